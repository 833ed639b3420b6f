namespace Ingest.Contract.Text;

/// <summary>
/// Some fonts make readers see the code points of radicals (⻔ U+2ED4, ⼀ U+2F00) where the page shows the
/// ordinary ideograph (门, 一). Folding makes such text match; what is shown or stored stays as it was read.
/// </summary>
public static class CjkRadicals
{
    private const char FirstSupplement = '\u2E80';
    private const char LastSupplement = '\u2EF3';
    private const char FirstKangxi = '\u2F00';
    private const char LastKangxi = '\u2FD5';

    // By Unicode's equivalent unified ideographs. What has none that text uses stands for itself.
    private const string Supplement =
        "⺀厂乛乚乙亻冂⺇刀刂卜㔾小小尢尣尢⺑巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛" +
        "犭王⺪目示礻⺮糹纟罓罒㓁冗⺵羊⺷⺸耂肀聿肉⺽艹艹艹虎衤覀西见角⻇讠贝⻊车辶辶辶邑" +
        "钅長镸长门⻕阝雨青韦页风飞食⻞飠饣⻡马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    // By compatibility decomposition; only ⼾ becomes 户, which is how the mainland writes it, not 戶.
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀" +
        "寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋" +
        "比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸" +
        "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛" +
        "辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻" +
        "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>
    /// Replaces Kangxi radicals and CJK radicals by the ideographs they look like, one for one.
    /// </summary>
    /// <returns>The same instance when there is nothing to fold.</returns>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAnyInRange(FirstSupplement, LastKangxi) < 0
            ? text
            : string.Create(text.Length, text, static (folded, source) =>
            {
                for (int i = 0; i < folded.Length; i++)
                    folded[i] = Fold(source[i]);
            });
    }

    private static char Fold(char character) => character switch
    {
        >= FirstSupplement and <= LastSupplement => Supplement[character - FirstSupplement],
        >= FirstKangxi and <= LastKangxi => Kangxi[character - FirstKangxi],
        _ => character,
    };
}
