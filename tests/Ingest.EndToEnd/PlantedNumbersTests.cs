using System.IO.Compression;
using Ingest.App.Readers;

namespace Ingest.EndToEnd;

/// <summary>
/// Telephone and identity numbers in every writing stand in the name of a PDF, in its prose, its tables and its performance table; they are
/// looked for in whatever the commands that read PDFs give out. <c>extract</c> is left out on purpose: it gives a document as it is printed.
/// </summary>
public sealed class PlantedNumbersTests : IDisposable
{
    private static readonly string[] _writings =
    [
        "13999202837", "+86 13999202837", "139-9920-2837", "139 9920 2837", "１３９９９２０２８３７", "8613999202837", "13899202838 13799202839",
        "0991-2345678", "（0991）2345678", "010 66554433", "650102198001011234", "65010219800101123X", "650102800101123", "电话2345678",
    ];

    /// <summary>What would reach a person, without blanks, signs and width.</summary>
    private static readonly string[] _secrets =
        ["13999202837", "13899202838", "13799202839", "09912345678", "01066554433", "650102198001011234", "65010219800101123X", "650102800101123", "电话2345678"];

    private readonly Installation _place = new("""{ "reports": { "formats": ["xlsx", "html", "csv", "json", "text", "docx"] } }""");

    private readonly string _pdf, _other;

    public PlantedNumbersTests()
    {
        Directory.CreateDirectory(_place.Beside("in"));
        _pdf = _place.Beside($"in/联系人 {string.Join('；', _writings[..8])}.pdf");
        File.WriteAllBytes(_pdf, Planted(31));
        _other = _place.Beside($"in/上年 {string.Join('；', _writings[8..])}.pdf");
        File.WriteAllBytes(_other, Planted(30));
        // Neither can be read.
        File.WriteAllText(_place.Beside("in/坏 13999202837.pdf"), "%PDF-1.7\n%%EOF\n");
        File.Copy(IngestProgram.Fixture("odd/password.pdf"), _place.Beside("in/锁 0991-2345678.pdf"));
    }

    public void Dispose() => _place.Dispose();

    [Fact]
    public void They_are_found_nowhere_in_what_commands_that_read_PDFs_give_out()
    {
        Look("run", Said(_place.Run("run", _place.Beside("in"))));
        Look("reprocess", Said(_place.Run("reprocess")));
        Look("reprocess --failed", Said(_place.Run("reprocess", "--failed")));
        foreach (string format in (string[])["text", "html", "xlsx", "docx", "csv", "json"])
        {
            Look($"report {format}", Said(_place.Run("report", _pdf, "-f", format, "-o", _place.Beside($"out/report.{format}"))));
            Look($"report {format} of both", Said(_place.Run("report", _pdf, "-f", format, "--prior", _other, "-o", _place.Beside($"out/years.{format}"))));
        }

        Look("report", Said(_place.Run("report", _pdf, _place.Beside("in/坏 13999202837.pdf"), "--lang", "en")));
        Look("inspect", Said(_place.Run("inspect", _pdf)));
        Look("compare", Said(_place.Run("compare", _pdf, _place.Beside("in/锁 0991-2345678.pdf"))));
        Look("layouts check", Said(_place.Run("layouts", "check", Path.Combine(IngestProgram.Repository, "src/Ingest.Core/Layouts/Data"), _pdf)));
        string[] written = [.. _place.Files("reports"), .. Directory.GetFiles(_place.Beside("out"))];
        Assert.InRange(written.Length, 20, 100);
        foreach (string file in written)
        {
            Look("the name of a file", Path.GetFileName(file));
            Look(file, Text(file));
        }

        // The names in quarantine are what people called their files; what is said of them is not.
        Assert.Contains("****", Text(written.First(file => file.EndsWith(".html", StringComparison.Ordinal) && !file.Contains("index", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_shown_in_the_reports_of_those_who_want_them()
    {
        _place.Run("run", _pdf, "--showContacts=true");

        Assert.All(_place.Files("reports").Where(file => file.EndsWith(".json", StringComparison.Ordinal) || file.EndsWith(".xlsx", StringComparison.Ordinal)), file => Assert.Contains("13999202837", Text(file), StringComparison.Ordinal));
    }

    private static string Said(Outcome outcome) => outcome.Output + outcome.Error;

    private static void Look(string where, string text)
    {
        string plain = Plain(text);
        Assert.All(_secrets, secret => Assert.False(plain.Contains(secret, StringComparison.Ordinal), $"{where} holds {secret}: {Around(plain, secret)}"));
    }

    private static string Around(string text, string part) =>
        text.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? text[Math.Max(0, at - 100)..Math.Min(text.Length, at + part.Length + 100)].ReplaceLineEndings(" ") : "";

    /// <summary>Full-width digits made narrow, and whatever may stand between the digits of a number taken out.</summary>
    private static string Plain(string text) => string.Concat(text
        .Select(letter => letter is >= '０' and <= '９' ? (char)(letter - '０' + '0') : letter)
        .Where(letter => letter is not (' ' or '-' or '(' or ')' or '（' or '）')));

    private static string Text(string path)
    {
        if (!path.EndsWith(".xlsx", StringComparison.Ordinal) && !path.EndsWith(".docx", StringComparison.Ordinal))
            return File.ReadAllText(path);
        using ZipArchive parts = ZipFile.OpenRead(path);
        return string.Join('\n', parts.Entries.Select(part =>
        {
            using var reader = new StreamReader(part.Open());
            return reader.ReadToEnd();
        }));
    }

    /// <param name="total">Printed of the table; its parts give 30.</param>
    private static byte[] Planted(int total)
    {
        string[] numbers = [.. _writings];
        MadePage table = new(
            ["某县某局2024年部门预算公开", "表3", "部门支出总体情况表", "编制部门：某县某局　单位：万元"], [40, 80, 120, 160, 400, 450, 500, 550],
            [
                ["类", "款", "项", "功能分类科目名称", "合计", "基本支出", "项目支出"],
                ["", "", "", "合计", $"{total}.00", "10.00", "20.00"],
                ["201", "", "", "一般公共服务支出", $"{total}.00", "10.00", "20.00"],
                ["201", "03", "", $"经办 {numbers[0]}", $"{total}.00", "10.00", "20.00"],
                ["201", "03", "01", $"运行（{numbers[2]}）", $"{total}.00", "10.00", "20.00"],
            ]);
        MadePage prose = new(
            ["第三部分 部门预算情况说明", "一、关于部门收支情况的总体说明", .. numbers.Select((number, i) => $"{i + 1}. 支出预算{total}.00万元，请致电 {number} 联系。")],
            [40, 200, 400], [["联系人", "联系电话"], ["张三", numbers[3]]]);
        MadePage performance = new(
            ["项目支出绩效目标表", "单位：万元"], [40, 140, 340, 550],
            [
                ["项目名称", $"维修 {numbers[5]}", "项目负责人及联系电话"],
                ["主管部门", "某县某局", $"张三 {numbers[0]}"],
                ["资金总额", $"{total}.00", numbers[7]],
                ["总体目标", $"完成维修，咨询 {numbers[9]}", $"身份证 {numbers[10]}"],
                ["一级指标", "二级指标", "指标值"],
                ["产出指标", $"数量指标 {numbers[4]}", $"≥{total}"],
            ]);
        return WarmUpDocument.Of(table, prose, performance);
    }
}
