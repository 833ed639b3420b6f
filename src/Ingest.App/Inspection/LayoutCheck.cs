using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;
using Ingest.Core.Statements;
using Spectre.Console;
using Layout = Ingest.Core.Layouts.Layout;

namespace Ingest.App.Inspection;

/// <summary>Tells the author of a layout what is wrong or odd in it, and what binds by it in documents of his choice.</summary>
internal sealed class LayoutCheck(IPdfReader reader, ITableFinder tables, ReadingOptions options, ReportWords words, IAnsiConsole console)
{
    /// <param name="path">The file or folder to check.</param>
    /// <param name="others">Further layouts that are used beside it.</param>
    /// <returns>2 when a layout is wrong, 1 when a PDF cannot be read.</returns>
    public async Task<int> RunAsync(string path, IReadOnlyList<string> others, IReadOnlyList<string> documents, CancellationToken cancellation)
    {
        LayoutCatalog catalog;
        IReadOnlyList<string> files;
        try
        {
            files = UserLayouts.Files([path]);
            catalog = UserLayouts.Load([.. UserLayouts.Files(others), .. files]).Layouts;
        }
        catch (SettingsException error)
        {
            foreach (Phrase wrong in error.Problems)
                console.MarkupLineInterpolated($"[red]{words.Say("错误", "error")}[/] {wrong.In(words.Language)}");
            return ExitCode.WrongUsage;
        }

        foreach (string file in files)
            Print(file, catalog);
        int exit = ExitCode.Done;
        foreach (string document in documents)
            exit = Math.Max(exit, await TryAsync(document, catalog, cancellation));
        return exit;
    }

    private void Print(string file, LayoutCatalog catalog)
    {
        Layout layout = catalog.Find(UserLayouts.IdOf(file))!;
        Layout? next = catalog.Layouts.SkipWhile(other => other != layout).Skip(1).FirstOrDefault();
        console.MarkupLineInterpolated($"[bold]{Path.GetFileName(file)}[/]  {layout.Id}@{layout.Version} {layout.Name}");
        console.MarkupLineInterpolated($"  {words.Say("报表", "statements")}: {string.Join(' ', layout.Statements.Select(statement => statement.Id).Distinct().Order(StringComparer.Ordinal))}");
        if (LayoutCatalog.Embedded.Find(layout.Id) is not null)
            console.MarkupLineInterpolated($"  {words.Say($"取代内置版式 {layout.Id}", $"replaces the embedded layout {layout.Id}")}");
        if (next is not null)
            console.MarkupLineInterpolated($"  {words.Say($"先于 {next.Id}", $"comes before {next.Id}")}");
        string[] odd = [.. LayoutReview.Of(layout, catalog).Select(problem => problem.In(words.Language)).Distinct()];
        foreach (string problem in odd)
            console.MarkupLineInterpolated($"  [yellow]{words.Say("可疑", "odd")}[/] {problem}");
        if (odd.Length == 0)
            console.MarkupLineInterpolated($"  {words.Say("没有发现问题。", "Nothing is wrong with it.")}");
    }

    private async Task<int> TryAsync(string file, LayoutCatalog catalog, CancellationToken cancellation)
    {
        InputFile input = await InputFile.ReadAsync(file, options.Limits.FileBytes, cancellation);
        console.MarkupLineInterpolated($"[bold]{input.Name}[/]");
        if (input.Problem is { } problem)
            return Unreadable(problem.Message.In(words.Language));
        try
        {
            using IPdfDocument document = reader.Open(input.Bytes, options, cancellation);
            var pages = new List<PageContent>();
            for (int number = 1; number <= document.PageCount; number++)
                pages.Add(tables.Find(document.ReadPage(number, cancellation), cancellation));
            StatementReading reading = new StatementReader(catalog).Read(pages, input.Name, cancellation);
            foreach (GridBinding binding in reading.Bindings.Where(binding => binding.Role is GridRole.Statement or GridRole.Unbound))
                Print(binding, reading);
            return ExitCode.Done;
        }
        catch (PdfReadException error)
        {
            return Unreadable(error.Text.In(words.Language));
        }
    }

    private void Print(GridBinding binding, StatementReading reading)
    {
        string page = words.Say($"第 {binding.Grid.Page} 页", $"page {binding.Grid.Page}");
        Statement? statement = binding.Statement is { } index ? reading.Statements[index] : null;
        string what = statement is null ? words.Say("未识别", "not bound") : $"{statement.Id} {statement.Title}";
        console.MarkupLineInterpolated($"  {page}  {what}  {string.Join(words.Say("；", "; "), binding.Reasons.Select(reason => reason.In(words.Language)))}");
        foreach (ExtractionDoubt doubt in statement?.Doubts.Where(doubt => doubt.Row is null && doubt.Page == binding.Grid.Page) ?? [])
            console.MarkupLineInterpolated($"    [yellow]{doubt.Code}[/] {doubt.Message.In(words.Language)}");
    }

    private int Unreadable(string reason)
    {
        console.MarkupLineInterpolated($"  [red]{reason}[/]");
        return ExitCode.UnreadableFile;
    }
}
