using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Performance;

namespace Ingest.App.Words;

/// <summary>
/// Hides names and telephone numbers of contacts before a document leaves the program: in performance
/// tables, and next to such labels in tables that were not recognised.
/// </summary>
internal static class ContactMask
{
    private static readonly string[] _labels = ["联系人", "负责人", "经办人", "填报人", "电话", "手机", "联系方式"];

    public static BudgetDocument Of(BudgetDocument document) => document with
    {
        Performance = [.. document.Performance.Select(table => table with
        {
            Contacts = [.. table.Contacts.Select(contact => contact with { Text = PersonalData.Mask(contact.Text) ?? "" })],
        })],
        Unbound = [.. document.Unbound.Select(table => table with { Rows = [.. table.Rows.Select(Masked)] })],
    };

    /// <summary>The first printed text after a label is what the label asks for.</summary>
    private static ImmutableArray<string> Masked(ImmutableArray<string> row)
    {
        bool labelled = false;
        var masked = ImmutableArray.CreateBuilder<string>(row.Length);
        foreach (string text in row)
        {
            bool isLabel = Array.Exists(_labels, label => text.Contains(label, StringComparison.Ordinal));
            masked.Add(labelled && !isLabel && text.Length > 0 ? PersonalData.Mask(text)! : text);
            labelled = isLabel || (labelled && text.Length == 0);
        }

        return masked.MoveToImmutable();
    }
}
