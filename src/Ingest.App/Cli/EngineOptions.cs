using System.CommandLine;
using Ingest.App.Configuration;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Layouts;

namespace Ingest.App.Cli;

/// <summary>Which reader, table finder and layouts to use, on every command.</summary>
internal sealed class EngineOptions(ReportWords words)
{
    private readonly Option<string?> _reader = Create(
        "--reader", EngineParts.Readers, words.Say("用什么读取 PDF：builtin（默认）或 pdfpig。", "What reads PDFs: builtin (default) or pdfpig."), words);

    private readonly Option<string?> _tables = Create(
        "--tables", EngineParts.Finders, words.Say("用什么识别表格：builtin（默认）或 tabula。", "What finds tables: builtin (default) or tabula."), words);

    private readonly Option<string?> _witness = Create(
        "--witness", EngineParts.WitnessScopes, words.Say(
            "另一阅读器复读哪些内容：accused（默认）错误所依据的内容和存疑单元格；unchecked 另加未能核对的金额；off 不复读。",
            "What the second reader reads again: accused (default) what an error rests on and cells in doubt, unchecked also amounts that no relation reaches, off nothing."), words);

    private readonly Option<string[]> _layouts = LayoutsOption(words);

    private readonly Option<string?> _ocr = OcrOption(words);

    private PdfReaders? _readers;

    public void AddTo(Command command)
    {
        command.Options.Add(_layouts);
        command.Options.Add(_reader);
        command.Options.Add(_tables);
        command.Options.Add(_witness);
        command.Options.Add(_ocr);
    }

    /// <summary>Ends with the program, and its processes with it.</summary>
    public PdfReaders Readers(ParseResult arguments) => _readers ??= new PdfReaders(
        ReaderCommandLine.OfThisProgram(), ReaderBounds.Of(new ReaderSettings()), ReaderTimes.Of(new ReaderTimeSettings()), Recognition(arguments));

    public IPdfReader Reader(ParseResult arguments) => Readers(arguments).First(ReaderName(arguments));

    public ITableFinder Tables(ParseResult arguments) => EngineParts.Finder(arguments.GetValue(_tables) ?? EngineParts.BuiltIn);

    public LayoutCatalog Layouts(ParseResult arguments) => UserLayouts.Load(UserLayouts.Files(LayoutPaths(arguments))).Layouts;

    /// <summary>Full paths of what <c>--layouts</c> names.</summary>
    public IEnumerable<string> LayoutPaths(ParseResult arguments) => (arguments.GetValue(_layouts) ?? []).Select(Path.GetFullPath);

    public DocumentPipeline Pipeline(ParseResult arguments) => EngineParts.Scope(arguments.GetValue(_witness) ?? EngineParts.Accused) is { } scope
        ? new(Reader(arguments), Tables(arguments), Layouts(arguments), Readers(arguments).Witness(ReaderName(arguments)), scope)
        : new(Reader(arguments), Tables(arguments), Layouts(arguments));

    /// <summary>The same as settings on the command line, which override <c>pipeline.json</c>.</summary>
    public IEnumerable<string> AsSettings(ParseResult arguments) =>
        new[] { _reader, _tables, _witness }.Where(option => arguments.GetValue(option) is not null).Select(option => $"{option.Name}={arguments.GetValue(option)}")
            .Concat(arguments.GetValue(_ocr) is { } models ? [$"--ocr:models={Path.GetFullPath(models)}"] : []);

    /// <summary>Null where <c>--ocr</c> names no models.</summary>
    public RecognitionChoice? Recognition(ParseResult arguments) =>
        arguments.GetValue(_ocr) is { } models ? RecognitionChoice.Of(new OcrSettings { Models = Path.GetFullPath(models) }, Environment.CurrentDirectory) : null;

    private string ReaderName(ParseResult arguments) => arguments.GetValue(_reader) ?? EngineParts.BuiltIn;

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

    /// <summary>The folder is looked into while the command line is read, so that a missing model is wrong usage.</summary>
    private static Option<string?> OcrOption(ReportWords words)
    {
        var option = new Option<string?>("--ocr")
        {
            Description = words.Say("文字识别模型所在文件夹；给出时识别扫描页上的文字。", "Folder of recognition models; with it the text of scanned pages is recognised."),
            HelpName = "FOLDER",
            Recursive = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var value, ..] && RecognitionChoice.Problem(Path.GetFullPath(value.Value)) is { } problem)
                result.AddError(words.Say($"--ocr：{problem.Chinese}。", $"--ocr: {problem.English}."));
        });
        return option;
    }

    /// <summary>Looked into while the command line is read, so that what is wrong with a layout is wrong usage.</summary>
    private static Option<string[]> LayoutsOption(ReportWords words)
    {
        var option = new Option<string[]>("--layouts")
        {
            Description = words.Say("另用的表式文件（JSON）或其文件夹，优先于内置表式；可重复。", "Layout files (JSON), or folders of them, that come before the built-in ones; may be repeated."),
            HelpName = "PATH",
            Recursive = true,
        };
        option.Validators.Add(result =>
        {
            try
            {
                UserLayouts.Load(UserLayouts.Files(result.Tokens.Select(token => Path.GetFullPath(token.Value))));
            }
            catch (SettingsException error)
            {
                foreach (Phrase problem in error.Problems)
                    result.AddError(problem.In(words.Language));
            }
        });
        return option;
    }
}
