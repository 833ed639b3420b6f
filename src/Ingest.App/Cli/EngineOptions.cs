using System.CommandLine;
using Ingest.App.Export;
using Ingest.App.Reading;
using Ingest.Pdf;
using Ingest.Pdf.Tables;

namespace Ingest.App.Cli;

/// <summary>Which reader and table finder to use, on every command.</summary>
internal sealed class EngineOptions(ReportWords words)
{
    private readonly Option<string?> _reader = Create(
        "--reader", EngineParts.Readers, words.Say("用什么读取 PDF：builtin（默认）或 pdfpig。", "What reads PDFs: builtin (default) or pdfpig."), words);

    private readonly Option<string?> _tables = Create(
        "--tables", EngineParts.Finders, words.Say("用什么识别表格：builtin（默认）或 tabula。", "What finds tables: builtin (default) or tabula."), words);

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

    private static Option<string?> Create(string name, IReadOnlyList<string> known, string description, ReportWords words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', known), Recursive = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var value, ..] && (Choice.Problem(name, value.Value, known, words) ?? EngineParts.Missing(value.Value)?.In(words.Language)) is { } problem)
                result.AddError(problem);
        });
        return option;
    }
}
