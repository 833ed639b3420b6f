using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

/// <summary>Content nobody would write: whatever it is, reading it ends, with a page.</summary>
public abstract class ContentFuzzContract(IPdfReader reader) : ContentContract(reader)
{
    private static readonly string[] _operands =
    [
        "0", "1", "-1", "0.5", "100", "700", "-32768", "1e9", "99999999999999999999", "/F1", "/X", "/G", "/Pattern", "(abc)", "(", ")", "<41", "<4142>",
        "[", "]", "[(A) -200 (B)]", "<<", ">>", "<</ActualText (12)>>", "true", "null", "{", "%", "/OC", "/P",
    ];

    private static readonly string[] _names =
    [
        "q", "Q", "cm", "w", "J", "j", "M", "d", "i", "gs", "g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN",
        "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", "\"", "Do", "BI", "ID", "EI",
        "BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*",
        "n", "W", "W*", "sh", "d0", "d1", "ri", "\0", "\u00ff\u00fe",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_operators_with_random_operands_give_a_page(int seed)
    {
        var random = new Random(seed);
        for (int run = 0; run < 100; run++)
        {
            Page page = Paint(RandomContent(random));

            Assert.DoesNotContain(page.Letters, letter => letter.Text.Length == 0 || !IsFinite(letter.Box) || !float.IsFinite(letter.Size));
            Assert.DoesNotContain(page.Rulings, ruling => !(ruling.Start <= ruling.End) || !float.IsFinite(ruling.At) || !float.IsFinite(ruling.Length));
            Assert.DoesNotContain(page.Fills, fill => !IsFinite(fill.Box) || fill.Box.Width < 0 || fill.Box.Height < 0);
        }
    }

    private static bool IsFinite(Box box) =>
        float.IsFinite(box.Left) && float.IsFinite(box.Bottom) && float.IsFinite(box.Right) && float.IsFinite(box.Top);

    private static string RandomContent(Random random)
    {
        var content = new StringBuilder("/F1 10 Tf 1 w ");
        for (int i = 0; i < 300; i++)
        {
            for (int operand = random.Next(7); operand > 0; operand--)
                content.Append(random.Next(3) == 0 ? _operands[random.Next(_operands.Length)] : random.Next(-900, 900).ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
            content.Append(_names[random.Next(_names.Length)]).Append(random.Next(20) == 0 ? "" : " ");
        }

        return content.ToString();
    }

    private Page Paint(string content)
    {
        var page = new ContentPage(Reader)
        {
            Resources = "/XObject << /X 20 0 R >> /ExtGState << /G << /ca 0.5 /Font [3 0 R 8] >> >> /Properties << /P << /Type /OCG >> >>",
        };
        return page.WithStream(20, "/Type /XObject /Subtype /Form /BBox [0 0 300 300]", content).Paint(content);
    }
}
