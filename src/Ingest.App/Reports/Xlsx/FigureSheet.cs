using System.Collections.Immutable;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>The figures of relations that stand in no statement: numbers of sentences, of performance tables, of the year before. Relations refer to them here.</summary>
internal sealed class FigureSheet
{
    private static readonly SheetColumn[] _columns = [new(6), new(54), new(16), new(60), new(8)];

    private readonly ReportSubject _subject;

    private readonly ReportWords _words;

    private readonly ImmutableArray<CellReference> _figures;

    private readonly Dictionary<CellId, int> _rows = [];

    public FigureSheet(ReportSubject subject, string name, CellPlaces places, ReportWords words)
    {
        (_subject, Sheet, _words) = (subject, name, words);
        _figures =
        [
            .. subject.Relations.All.Where(relation => relation.Subject is not null)
                .SelectMany(relation => (IEnumerable<RelationTerm>)[relation.Subject!, .. relation.Terms, .. relation.Base])
                .Where(term => term.State == FigureState.Printed && places.Of(term.Cell) is null).Select(term => term.Cell).DistinctBy(cell => cell.Id),
        ];
        for (int i = 0; i < _figures.Length; i++)
            _rows[_figures[i].Id] = i + 2;
    }

    public string Sheet { get; }

    public bool IsEmpty => _figures.IsEmpty;

    /// <summary>Null for what is printed nowhere.</summary>
    public SheetCell? Of(CellReference cell) => _rows.TryGetValue(cell.Id, out int row) ? new SheetCell(Sheet, new CellAddress(row, 3)) : null;

    public void AddTo(WorkbookFile workbook) => workbook.AddSheet(
        new SheetPlan(Sheet, _columns) { HeadRows = 1, FilterRow = 1, Protected = true, Footer = WorkbookFooter.Of(_subject.Document) }, Write);

    private void Write(SheetWriter sheet)
    {
        sheet.StartRow(20);
        foreach (string head in (string[])[_words.Number, _words.Place, _words.Amount, _words.Printed, _words.PageOfPdf])
            sheet.Text(head, CellStyle.Header);
        sheet.EndRow();
        var names = new CellNames(_subject.Document, _words);
        for (int i = 0; i < _figures.Length; i++)
            Write(sheet, i + 1, _figures[i], names.Of(_figures[i] with { Amount = null, Page = null }));
    }

    private void Write(SheetWriter sheet, int number, CellReference figure, string name)
    {
        sheet.StartRow(RowHeight.Of([(name, _columns[1].Width), (figure.Text, _columns[3].Width)]));
        sheet.Number(number, CellStyle.Number(0) with { Centred = true });
        sheet.Text(name, CellStyle.Text);
        sheet.Number(figure.Amount, CellStyle.Number(Math.Min(figure.Amount?.Scale ?? 0, (byte)6)));
        sheet.Text(figure.Text, CellStyle.Text);
        string? link = figure is { Page: { } page, Year: null } ? _subject.PageLink(page) : null;
        sheet.Number(figure.Page, CellStyle.Number(0) with { Centred = true, Font = link is null ? CellFont.Body : CellFont.Link });
        if (link is not null)
            sheet.LinkTo(link, _words.Say("打开原件", "Open the PDF"));
        sheet.EndRow();
    }
}
