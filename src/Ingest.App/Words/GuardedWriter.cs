using System.Text;

namespace Ingest.App.Words;

/// <summary>
/// Stands before a console that people or logs read: whatever any command or library writes there passes <see cref="Legible"/>.
/// Texts are judged as they are written; lines are written whole.
/// </summary>
internal sealed class GuardedWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    /// <summary>Without the guard, for a console library that writes control sequences of its own.</summary>
    public TextWriter Inner => inner;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(ConsoleEncoding.Instead(Legible.Of(value.ToString()), inner.Encoding));

    public override void Write(string? value)
    {
        if (value is not null)
            inner.Write(ConsoleEncoding.Instead(Legible.Masked(value), inner.Encoding));
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine(string? value)
    {
        Write(value);
        inner.WriteLine();
    }

    public override void WriteLine() => inner.WriteLine();

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => inner.Flush();
}
