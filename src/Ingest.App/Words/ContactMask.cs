using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Performance;

namespace Ingest.App.Words;

/// <summary>
/// Hides names and telephone numbers of contacts before a document leaves the program: in performance
/// tables, and next to such labels in tables that were not recognised.
/// </summary>
internal static class ContactMask
{
    private static readonly string[] _labels = ["联系人", "负责人", "经办人", "填报人", "电话", "手机", "联系方式"];

    public static BudgetDocument Of(BudgetDocument document) => (document with
    {
        Source = document.Source with { FileName = Legible.Masked(document.Source.FileName) },
        Statements = [.. document.Statements.Select(Masked)],
        Performance = [.. document.Performance.Select(Masked)],
        Narrative = [.. document.Narrative.Select(section => section with
        {
            Heading = Mask(section.Heading),
            Sentences = [.. section.Sentences.Select(Masked)],
        })],
        Unbound = [.. document.Unbound.Select(table => table with { Title = MaskAny(table.Title), Label = MaskAny(table.Label), Rows = [.. table.Rows.Select(Masked)] })],
        Contents = [.. document.Contents.Select(entry => entry with { Text = Mask(entry.Text) })],
        Unread = [.. document.Unread.Select(Masked)],
        Findings = [.. document.Findings.Select(Masked)],
        Coverage = document.Coverage is not { } coverage ? null : coverage with { Unchecked = [.. coverage.Unchecked.Select(Masked)], NotRead = [.. coverage.NotRead.Select(Masked)], Rules = [.. coverage.Rules.Select(tally => tally with { Missing = [.. tally.Missing.Select(Mask)] })] },
        Diagnostics = [.. document.Diagnostics.Select(diagnostic => diagnostic with { Message = new Phrase(Mask(diagnostic.Message.Chinese), Mask(diagnostic.Message.English)) })],
    }).WithReferencesFound();

    /// <summary>What stands beside such a text is a name or a number of a person.</summary>
    public static bool HasLabel(string text) => Array.Exists(_labels, label => text.Contains(label, StringComparison.Ordinal));

    private static string Mask(string text) => PersonalNumbers.Mask(text);

    private static string? MaskAny(string? text) => text is null ? null : Mask(text);

    /// <summary>Amounts are figures, whatever they look like; only what is no amount is masked.</summary>
    private static Statement Masked(Statement statement) => statement with
    {
        Title = Mask(statement.Title),
        EmptyNote = MaskAny(statement.EmptyNote),
        Rows = [.. statement.Rows.Select(row => row with
        {
            Name = Mask(row.Name),
            Project = MaskAny(row.Project),
            Cells = row.Cells.Any(cell => cell.IsUnread) ? [.. row.Cells.Select(cell => cell.IsUnread ? cell with { Text = Mask(cell.Text) } : cell)] : row.Cells,
        })],
    };

    /// <summary>What a number means may stand before it (电话2345678): it goes where the sentence shows it no more.</summary>
    private static NarrativeSentence Masked(NarrativeSentence sentence)
    {
        string shown = Mask(sentence.Text);
        bool IsPersonal(string number) => !PersonalNumbers.AreNone(number)
            || (!shown.Contains(number, StringComparison.Ordinal) && sentence.Text.Contains(number, StringComparison.Ordinal));
        return sentence with
        {
            Text = shown,
            Facts = [.. sentence.Facts.Select(fact => fact with { Text = Mask(fact.Text), Names = [.. fact.Names.Select(Mask)] })],
            Unread = [.. sentence.Unread.Select(number => IsPersonal(number.Text) ? number with { Text = PersonalData.Mask(number.Text)!, Value = null } : number)],
        };
    }

    private static PerformanceTable Masked(PerformanceTable table) => table with
    {
        Contacts = [.. table.Contacts.Select(contact => contact with { Text = PersonalData.Mask(contact.Text) ?? "" })],
        Fields = [.. table.Fields.Select(field => field with { Text = Mask(field.Text) })],
        Title = Mask(table.Title),
        Department = MaskAny(table.Department),
        Goal = MaskAny(table.Goal),
        Project = MaskAny(table.Project),
        Indicators = [.. table.Indicators.Select(indicator => indicator with { Name = Mask(indicator.Name), Target = Mask(indicator.Target) })],
    };

    private static Finding Masked(Finding finding) => finding with
    {
        Message = Mask(finding.Message),
        Cells = [.. finding.Cells.Select(Masked)],
        Suspects = [.. finding.Suspects.Select(suspect => suspect with { Cell = Masked(suspect.Cell) })],
        Reservations = [.. finding.Reservations.Select(reservation => reservation with { Reason = Mask(reservation.Reason) })],
        Relations = [.. finding.Relations.Select(relation => relation with { Sentence = Mask(relation.Sentence) })],
    };

    private static UnreadTable Masked(UnreadTable table) => table with { Title = MaskAny(table.Title), Label = MaskAny(table.Label) };

    private static CellReference Masked(CellReference cell) => cell with { Name = MaskAny(cell.Name), Project = MaskAny(cell.Project), Text = MaskAny(cell.Text) };

    /// <summary>The first printed text after a label is what the label asks for.</summary>
    private static ImmutableArray<string> Masked(ImmutableArray<string> row)
    {
        bool labelled = false;
        var masked = ImmutableArray.CreateBuilder<string>(row.Length);
        foreach (string text in row)
        {
            bool isLabel = HasLabel(text);
            masked.Add(labelled && !isLabel && text.Length > 0 ? PersonalData.Mask(text)! : Mask(text));
            labelled = isLabel || (labelled && text.Length == 0);
        }

        return masked.MoveToImmutable();
    }
}
