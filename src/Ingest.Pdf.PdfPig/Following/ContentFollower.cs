using Ingest.Contract.Geometry;
using Ingest.Contract.Text;
using Ingest.Pdf.Content;
using Ingest.Pdf.Limits;
using Ingest.Pdf.PdfPig.Diagnosis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>
/// Follows the operations of one page as PdfPig has parsed them, its forms, layers and annotations, within the limits; what
/// the operations paint is told to whoever derives. An operation that fails is counted and passed over, as viewers do.
/// </summary>
internal abstract partial class ContentFollower<TPage> : BaseStreamProcessor<TPage>
{
    private readonly DictionaryToken _page;
    private readonly CurrentGraphicsState _initial;
    private int _operatorsLeft;
    private int _stateFloor = 1;
    private Exception? _firstDamage;
    private int _damaged;

    protected ContentFollower(
        int number, PageServices services, ReadingBudget budget, Layers layers, DictionaryToken page, in Matrix toPage,
        CropBox crop, UserSpaceUnit unit, PageRotationDegrees rotation)
        : base(number, services.Resources, services.Scanner, services.Parser, services.Filters, crop, unit, rotation, toPage.ToPig(), services.Options)
    {
        (Services, Budget, Layers, _page, ToPage) = (services, budget, layers, page, toPage);
        _operatorsLeft = budget.Limits.OperatorsPerPage;
        _initial = GetCurrentState().DeepClone();
        _resources.Push(InheritedEntries.ResourcesOf(page, services.Scanner));
        FormMatrix = toPage;
        ResetText();
    }

    /// <summary>True when forms were nested deeper than the limit, or inside themselves.</summary>
    public bool WasTooDeep { get; private set; }

    protected PageServices Services { get; }

    protected ReadingBudget Budget { get; }

    protected Layers Layers { get; }

    /// <summary>What the graphics state begins with.</summary>
    protected Matrix ToPage { get; }

    /// <summary>What the form around, or the page, began with: patterns stand in it.</summary>
    protected Matrix FormMatrix { get; private set; }

    protected Matrix Ctm => CurrentTransformationMatrix.ToMatrix();

    /// <summary>Letters of the page so far, for those who replace some by what a marked-content sequence says.</summary>
    protected virtual int LetterCount => 0;

    /// <exception cref="ReadingLimitException">A limit was met; what was painted until then stays.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public void Paint(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        Run(operations);
        PaintAnnotations();
    }

    public override TPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations) =>
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

    public override void PushState()
    {
        base.PushState();
        Saved();
    }

    /// <summary>A surplus Q in a form must not reach the state of whoever paints it.</summary>
    public override void PopState()
    {
        if (StackSize <= _stateFloor)
            return;
        base.PopState();
        Restored();
    }

    protected void Run(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (IGraphicsStateOperation operation in operations)
        {
            Budget.Check();
            if (--_operatorsLeft < 0)
                throw new ReadingLimitException("limit-operators", new Phrase(
                    $"本页绘制指令数超过限额 OperatorsPerPage（{Budget.Limits.OperatorsPerPage}），其余内容未读取。",
                    $"The page has more operators than the limit OperatorsPerPage ({Budget.Limits.OperatorsPerPage}); the rest of it was not read."));
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

    protected void Note(Exception damage)
    {
        _firstDamage ??= damage;
        _damaged++;
    }

    protected double Number(DictionaryToken dictionary, NameToken key) =>
        dictionary.TryGet(key, PdfScanner, out NumericToken? number) ? number.Data : 0;

    /// <summary>The graphics state was saved: what belongs to it and PdfPig does not keep is to be saved too.</summary>
    protected abstract void Saved();

    /// <summary>The last one that was saved is in force again.</summary>
    protected abstract void Restored();

    /// <summary>An annotation begins; nothing of what was before holds.</summary>
    protected virtual void StartAnew() => ResetText();

    /// <summary>Clips to a rectangle of user space.</summary>
    protected abstract void ClipTo(Box box);

    /// <summary>A transparency group begins in the current state, which is then the group's own.</summary>
    protected abstract void BeginGroup();

    protected virtual void EndGroup()
    {
    }

    protected virtual void EndMarked(in MarkedContent ended)
    {
    }

    protected virtual void ResetText()
    {
        TextMatrices.TextMatrix = TransformationMatrix.Identity;
        TextMatrices.TextLineMatrix = TransformationMatrix.Identity;
    }

    /// <summary>What ISO 32000-1, 11.6.6 resets when a transparency group begins.</summary>
    protected void ResetTransparency()
    {
        CurrentGraphicsState now = GetCurrentState();
        now.AlphaConstantNonStroking = 1;
        now.AlphaConstantStroking = 1;
        now.BlendMode = UglyToad.PdfPig.Graphics.Core.BlendMode.Normal;
        now.SoftMask = null;
    }
}
