using Ingest.Contract.Text;
using Ingest.Pdf.Content;
using Ingest.Pdf.Limits;
using Ingest.Pdf.PdfPig.Diagnosis;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Tokens;
using Page = Ingest.Contract.Pages.Page;

namespace Ingest.Pdf.PdfPig.Painting;

/// <summary>
/// Follows the operations of one page as PdfPig has parsed them and leaves letters, lines and areas on the
/// canvas. An operation that fails is counted and passed over, as viewers do.
/// </summary>
internal sealed partial class PagePainter : BaseStreamProcessor<Page>
{
    private readonly PaintingTools _tools;
    private readonly PageServices _services;
    private readonly DictionaryToken _page;
    private readonly Matrix _toPage;
    private readonly CurrentGraphicsState _initial;
    private readonly CurrentPath _path = new();
    private readonly MarkedContentStack _marked = new();
    private readonly PigColors _fillColors = new();
    private readonly PigColors _strokeColors = new();
    private readonly Stack<Surroundings> _outer = new();
    private Surroundings _around = Surroundings.Page;
    private int _operatorsLeft;
    private int _stateFloor = 1;
    private bool _clipPending;
    private Exception? _firstDamage;
    private int _damaged;

    public PagePainter(
        int number, PageServices services, PaintingTools tools, DictionaryToken page, in Matrix toPage,
        CropBox crop, UserSpaceUnit unit, PageRotationDegrees rotation)
        : base(number, services.Resources, services.Scanner, services.Parser, services.Filters, crop, unit, rotation, toPage.ToPig(), services.Options)
    {
        (_services, _tools, _page, _toPage) = (services, tools, page, toPage);
        _operatorsLeft = tools.Budget.Limits.OperatorsPerPage;
        _initial = GetCurrentState().DeepClone();
        _resources.Push(InheritedEntries.ResourcesOf(page, services.Scanner));
        ResetText();
    }

    /// <summary>True when forms were nested deeper than the limit, or inside themselves.</summary>
    public bool WasTooDeep { get; private set; }

    /// <exception cref="ReadingLimitException">A limit was met; what was painted until then stays.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public void Paint(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        Run(operations);
        PaintAnnotations();
    }

    public override Page Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations) =>
        throw new NotSupportedException("The factory paints and finishes pages itself.");

    /// <summary>What of the page PdfPig could not follow, or null.</summary>
    public Diagnostic? Complaint(int page)
    {
        if (_firstDamage is null)
            return null;
        Phrase quote = Damage.Quote(_firstDamage);
        return new Diagnostic("damaged-content", Severity.Error, new Phrase(
            $"本页有 {_damaged} 处内容无法读取，其余已读取{quote.Chinese}。",
            $"{_damaged} pieces of the page's content could not be read; the rest was{quote.English}."), page);
    }

    private void Run(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (IGraphicsStateOperation operation in operations)
        {
            _tools.Budget.Check();
            if (--_operatorsLeft < 0)
                throw new ReadingLimitException("limit-operators", new Phrase(
                    $"本页绘制指令数超过限额 OperatorsPerPage（{_tools.Budget.Limits.OperatorsPerPage}），其余内容未读取。",
                    $"The page has more operators than the limit OperatorsPerPage ({_tools.Budget.Limits.OperatorsPerPage}); the rest of it was not read."));
            try
            {
                operation.Run(this);
            }
            catch (Exception error) when (Damage.Is(error))
            {
                Note(error);
                PigColors.ForgetAfter(operation, GetCurrentState());
            }
        }
    }

    private void Note(Exception damage)
    {
        _firstDamage ??= damage;
        _damaged++;
    }

    public override void PushState()
    {
        base.PushState();
        _outer.Push(_around);
    }

    /// <summary>A surplus Q in a form must not reach the state of whoever paints it.</summary>
    public override void PopState()
    {
        if (StackSize <= _stateFloor)
            return;
        base.PopState();
        _around = _outer.Pop();
    }

    private GraphicsState State()
    {
        CurrentGraphicsState now = GetCurrentState();
        return new GraphicsState
        {
            Ctm = now.CurrentTransformationMatrix.ToMatrix(),
            Clip = _around.Clip,
            ClipFillsBox = _around.ClipFillsBox,
            GroupAlpha = _around.GroupAlpha,
            GroupBlends = _around.GroupBlends,
            GroupMasked = _around.GroupMasked,
            LineWidth = Math.Abs(now.LineWidth),
            Fill = new PaintColor { Rgb = _fillColors.Of(now.CurrentNonStrokingColor), Alpha = now.AlphaConstantNonStroking },
            Stroke = new PaintColor { Rgb = _strokeColors.Of(now.CurrentStrokingColor), Alpha = now.AlphaConstantStroking },
            Blends = now.BlendMode != BlendMode.Normal,
            Masked = now.SoftMask is not null,
            FontSize = now.FontState.FontSize,
            HorizontalScale = now.FontState.HorizontalScaling / 100,
            Rise = now.FontState.Rise,
            RenderingMode = (int)now.FontState.TextRenderingMode,
        };
    }
}
