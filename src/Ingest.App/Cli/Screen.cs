using Ingest.App.Words;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingest.App.Cli;

/// <summary>A console for a command's output.</summary>
internal static class Screen
{
    /// <summary>The terminal when the output is one; otherwise plain lines of any length. What is shown passes <see cref="Legible"/>.</summary>
    public static IAnsiConsole For(TextWriter output)
    {
        bool terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        // A console library writes control sequences of its own: its texts are guarded one by one, before it adds them.
        TextWriter raw = output is GuardedWriter guarded ? guarded.Inner : output;
        IAnsiConsole console = AnsiConsole.Create(terminal
            ? new AnsiConsoleSettings { Out = new AnsiConsoleOutput(raw) }
            : new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(raw),
            });
        if (!terminal)
            console.Profile.Width = 100_000;
        console.Pipeline.Attach(new Guard());
        return console;
    }

    private sealed class Guard : IRenderHook
    {
        public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(renderable => new Guarded(renderable));
    }

    private sealed class Guarded(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        /// <summary>A line at a time: it comes in words, and a number may be written in several. Masking changes no length.</summary>
        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            var line = new List<Segment>();
            foreach (Segment segment in inner.Render(options, maxWidth))
            {
                if (!segment.IsControlCode && !segment.IsLineBreak)
                {
                    line.Add(segment);
                    continue;
                }

                foreach (Segment masked in Masked(line))
                    yield return masked;
                line.Clear();
                yield return segment;
            }

            foreach (Segment masked in Masked(line))
                yield return masked;
        }

        private static IEnumerable<Segment> Masked(List<Segment> line)
        {
            string masked = Legible.Masked(string.Concat(line.Select(segment => segment.Text)));
            int at = 0;
            foreach (Segment segment in line)
            {
                yield return new Segment(masked.Substring(at, segment.Text.Length), segment.Style);
                at += segment.Text.Length;
            }
        }
    }
}
