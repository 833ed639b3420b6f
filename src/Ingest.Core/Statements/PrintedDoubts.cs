using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>Says in words what makes the print of a cell unsure.</summary>
internal static class PrintedDoubts
{
    private static readonly (CellDoubts Doubt, Phrase Message)[] _messages =
    [
        (CellDoubts.StruckThrough, new("有一条线划过此处的文字，是否作废不能确定", "A line runs through the text; whether it still holds is not certain")),
        (CellDoubts.Hidden, new("此处有看不见、被裁切或被遮盖的数字", "Figures here are hidden, cut off or covered")),
        (CellDoubts.Overprinted, new("此处有两段文字互相重叠", "Two strings are printed over one another here")),
        (CellDoubts.Sign, new("数字旁的短线是否为负号不能确定", "Whether the stroke beside the number is a minus is not certain")),
        (CellDoubts.DigitPlaces, new("数字印在数位分隔线之间而没有小数点", "The digits stand between lines for digit places, without a decimal point")),
        (CellDoubts.MixedSizes, new("数字中有大小或高低不一的部分，哪些属于该数不能确定", "Parts of the number differ in size or height; which of them belong to it is not certain")),
        (CellDoubts.Drawn, new("此处没有文字而有图片或图形，其中可能是数字", "There is no text here but a picture or a drawing, which may be a number")),
    ];

    public static IEnumerable<Phrase> Of(CellDoubts doubts)
    {
        if (doubts == CellDoubts.None)
            yield break;
        foreach ((CellDoubts doubt, Phrase message) in _messages)
        {
            if ((doubts & doubt) != 0)
                yield return message;
        }
    }
}
