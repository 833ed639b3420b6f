using Ingest.App.Survey;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Reports;

/// <summary>Measures the memory of the whole process, so that nothing else may run.</summary>
[CollectionDefinition(nameof(SurveyMemoryTests), DisableParallelization = true)]
[Collection(nameof(SurveyMemoryTests))]
public sealed class SurveyMemoryTests : IDisposable
{
    private static readonly ReportWords _words = new(Language.Chinese);

    private static readonly SurveyColumn[] _columns = [new("body", "编制部门"), new("amount", "金额"), new("severity", "程度"), new("inDoubt", "存疑")];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_workbook_of_many_rows_takes_no_more_memory_than_one_of_few()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true), most = before;
        IEnumerable<object?[]> Rows()
        {
            for (int i = 0; i < 60_000; i++)
            {
                if (i % 10_000 == 0)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                yield return [new string((char)('a' + (i % 26)), 60) + i, i, Severity.Error, true];
            }
        }

        new XlsxSurvey(_words).Write([new SurveyTable("one", "甲表", _columns, Rows())], _folder.File("s.xlsx"));

        // The sheet is 20 MB of XML.
        Assert.InRange(most - before, 0, 6_000_000);
    }
}
