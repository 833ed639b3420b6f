using System.CommandLine;
using Ingest.App.Reading;
using Ingest.Pdf;
using Ingest.Pdf.Tables;

namespace Ingest.App.Cli;

/// <summary>Which reader and table finder to use, on every command.</summary>
internal sealed class EngineOptions
{
    private readonly Option<string?> _reader = Create("--reader", EngineParts.Readers, "What reads PDFs: builtin (default) or pdfpig.");

    private readonly Option<string?> _tables = Create("--tables", EngineParts.Finders, "What finds tables: builtin (default) or tabula.");

    public void AddTo(Command command)
    {
        command.Options.Add(_reader);
        command.Options.Add(_tables);
    }

    public IPdfReader Reader(ParseResult arguments) => EngineParts.Reader(arguments.GetValue(_reader) ?? EngineParts.BuiltIn);

    public ITableFinder Tables(ParseResult arguments) => EngineParts.Finder(arguments.GetValue(_tables) ?? EngineParts.BuiltIn);

    /// <summary>The same as settings on the command line, which override <c>pipeline.json</c>.</summary>
    public IEnumerable<string> AsSettings(ParseResult arguments) =>
        new[] { _reader, _tables }.Where(option => arguments.GetValue(option) is not null).Select(option => $"{option.Name}={arguments.GetValue(option)}");

    private static Option<string?> Create(string name, IReadOnlyList<string> known, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', known), Recursive = true };
        option.Validators.Add(result =>
        {
            string value = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (!known.Contains(value))
                result.AddError($"{name} takes {string.Join(" or ", known)}.");
            else if (EngineParts.Missing(value) is { } problem)
                result.AddError(problem.English);
        });
        return option;
    }
}
