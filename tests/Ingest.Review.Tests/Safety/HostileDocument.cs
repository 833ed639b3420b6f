using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Review.Tests.Safety;

/// <summary>A document every text of which tries to be something else.</summary>
internal static class HostileDocument
{
    public const string Evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)><svg onload=alert(3)>";

    public static string Sha256 { get; } = new('e', 64);

    public static BudgetDocument Made { get; } = new()
    {
        Source = new SourceFile(Evil + ".pdf", Sha256, 1, 1, null, false),
        Identity = new Identity { Department = Evil, FiscalYear = 2024, Kind = DocumentKind.Budget, Level = DocumentLevel.Unit },
        Statements =
        [
            new Statement
            {
                Id = "T05", Label = Evil, Title = Evil, Unit = AmountUnit.TenThousand, Pages = [1], EmptyNote = Evil, Columns = [new StatementColumn("total", [Evil])],
                Rows = [new StatementRow { Code = Evil, Name = Evil, Project = Evil + "2", Page = 1, Box = default, Cells = [new AmountCell("total", 1m, "1", 1, default)] }],
            },
        ],
        Findings =
        [
            new Finding
            {
                Rule = "X-10", Severity = Severity.Error, Message = Evil, Witness = Evil, Reservations = [new Reservation(ReservationKind.Meaning, Evil)],
                Cells = [new CellReference { Statement = "T05", Code = Evil, Name = Evil, Column = "total", Amount = 1m, Text = Evil, Page = 1 }],
                Relations = [new FailedRelation("X-10", Evil, 1m, 2m, 1m, 0m)],
            },
        ],
    };
}
