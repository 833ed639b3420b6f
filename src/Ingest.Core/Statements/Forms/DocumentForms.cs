using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>A document under the names of its forms, for programs that use this one as a library.</summary>
public static class DocumentForms
{
    /// <summary>
    /// The statement of a form: <c>document.Form&lt;GeneralBudgetExpenditure&gt;()</c> is 表5. The first where it is printed
    /// twice; null where the document has none, which is not the same as an empty one (<see cref="StatementForm.IsEmpty"/>).
    /// </summary>
    public static T? Form<T>(this BudgetDocument document)
        where T : StatementForm => document.Forms().OfType<T>().FirstOrDefault();

    /// <summary>All statements in document order.</summary>
    public static ImmutableArray<StatementForm> Forms(this BudgetDocument document) => [.. document.Statements.Select(StatementForm.Of)];
}
