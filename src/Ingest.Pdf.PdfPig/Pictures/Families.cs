using System.Text;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>Families that stand for a font that is not in the file: those of the same design first, then those that machines have.</summary>
internal static class Families
{
    private const string Song = "SimSun,'Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif";
    private const string Hei = "SimHei,'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif";
    private const string FangSong = "FangSong,FangSong_GB2312,STFangsong,'Noto Serif CJK SC',serif";
    private const string Kai = "KaiTi,KaiTi_GB2312,STKaiti,'Noto Serif CJK SC',serif";
    private const string Times = "'Times New Roman','Liberation Serif',Times,'Noto Serif CJK SC',SimSun,serif";
    private const string Courier = "'Courier New','Liberation Mono',Courier,'Noto Sans Mono CJK SC',monospace";
    private const string Arial = "Arial,'Liberation Sans',Helvetica,'Noto Sans CJK SC','Microsoft YaHei',sans-serif";

    // Flag bits of ISO 32000-1, 9.8.2.
    private const int FixedPitch = 1;
    private const int Serif = 2;

    /// <summary>What names have in them, the longer before the shorter.</summary>
    private static readonly (string Part, string Families)[] _byName =
    [
        ("fangsong", FangSong), ("fang", FangSong), ("仿宋", FangSong), ("kai", Kai), ("楷", Kai),
        ("simsun", Song), ("song", Song), ("宋", Song), ("ming", Song), ("明", Song), ("xiaobiao", Song), ("小标", Song),
        ("hei", Hei), ("黑", Hei), ("yahei", Hei), ("雅黑", Hei), ("dengxian", Hei), ("等线", Hei),
        ("courier", Courier), ("consolas", Courier), ("mono", Courier), ("times", Times), ("georgia", Times), ("cambria", Times), ("serif", Times), ("roman", Times),
        ("arial", Arial), ("helvetica", Arial), ("calibri", Arial), ("sans", Arial), ("verdana", Arial), ("tahoma", Arial),
    ];

    static Families() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="name">As the file has it, subset prefix and all.</param>
    /// <param name="flags">Of its descriptor.</param>
    public static string Of(string name, int flags)
    {
        string lower = Readable(name).ToLowerInvariant();
        foreach ((string part, string families) in _byName)
            if (lower.Contains(part, StringComparison.Ordinal))
                return families;
        return (flags & FixedPitch) != 0 ? Courier : (flags & Serif) != 0 ? Times : Arial;
    }

    /// <summary>Chinese names stand in files as their bytes in GBK or UTF-8, each taken for a character.</summary>
    private static string Readable(string name)
    {
        if (name.All(char.IsAscii) || name.Any(character => character > 0xFF))
            return name;
        byte[] bytes = Encoding.Latin1.GetBytes(name);
        string asUtf8 = Encoding.UTF8.GetString(bytes);
        return asUtf8.Contains('\uFFFD', StringComparison.Ordinal) ? Encoding.GetEncoding("GB18030").GetString(bytes) : asUtf8;
    }
}
