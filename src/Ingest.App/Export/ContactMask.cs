using Ingest.Core.Documents;
using Ingest.Core.Performance;

namespace Ingest.App.Export;

/// <summary>Hides names and telephone numbers of contacts in performance tables before a document leaves the program.</summary>
internal static class ContactMask
{
    public static BudgetDocument Of(BudgetDocument document) => document with
    {
        Performance = [.. document.Performance.Select(table => table with
        {
            Contacts = [.. table.Contacts.Select(contact => contact with { Text = PersonalData.Mask(contact.Text) ?? "" })],
        })],
    };
}
