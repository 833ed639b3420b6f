using Ingest.Contract.Text;
using Ingest.Pdf.Fonts;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Content;

/// <summary>
/// Follows content streams operator by operator and leaves letters, lines and areas on the canvas.
/// Operators with broken operands and unknown ones are passed over, as viewers do. One instance serves
/// all pages of a file; not safe for several threads.
/// </summary>
internal sealed partial class ContentInterpreter
{
    private readonly ObjectSource _source;
    private readonly FontCache _fonts;
    private readonly OptionalContent _layers;
    private readonly Canvas _canvas;
    private readonly ReadingBudget _budget;
    private readonly ShapePainter _shapes;
    private readonly TextPainter _text;
    private readonly NamePool _names = new();
    private readonly ObjectParser _objects;
    private readonly OperandStack _operands;
    private readonly GraphicsStateStack _saved = new();
    private readonly MarkedContentStack _marked = new();
    private readonly CurrentPath _path = new();

    private GraphicsState _state;
    private ResourceScope _resources;
    private ReadOnlyMemory<byte> _content;
    private int _operatorsLeft;
    private int _stateFloor;
    private bool _clipPending;
    private bool _imageBegun;

    public ContentInterpreter(ObjectSource source, FontCache fonts, OptionalContent layers, Canvas canvas)
    {
        _source = source;
        _fonts = fonts;
        _layers = layers;
        _canvas = canvas;
        _budget = source.Budget;
        _operands = new OperandStack(_budget);
        _shapes = new ShapePainter(canvas, _budget);
        _text = new TextPainter(canvas, _budget);
        _objects = new ObjectParser(_names, _budget);
        _resources = new ResourceScope(source, fonts, PdfDictionary.Empty);
    }

    /// <summary>True when forms were nested deeper than the limit, or inside themselves.</summary>
    public bool WasTooDeep { get; private set; }

    /// <summary>A new page: limits start again, the graphics state is the initial one.</summary>
    public void BeginPage(in Matrix toPage, PdfDictionary resources)
    {
        _operatorsLeft = _budget.Limits.OperatorsPerPage;
        _openForms.Clear();
        _path.Clear();
        _stateFloor = 0;
        WasTooDeep = false;
        _saved.Clear();
        _marked.Clear();
        _state = GraphicsState.Initial(toPage);
        _text.Begin();
        _resources = ScopeOf(resources);
    }

    /// <exception cref="ReadingLimitException">The page has more operators or letters than the limit, or takes too long.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public void Run(ReadOnlyMemory<byte> content)
    {
        ReadOnlyMemory<byte> around = _content;
        _content = content;
        _clipPending = false;
        var lexer = new Lexer(content.Span);
        while (_operands.ReadOperator(ref lexer) is var code && code != 0)
        {
            if (--_operatorsLeft < 0)
                throw new ReadingLimitException("limit-operators", new Phrase(
                    $"本页绘制指令数超过限额 OperatorsPerPage（{_budget.Limits.OperatorsPerPage}），其余内容未读取。",
                    $"The page has more operators than the limit OperatorsPerPage ({_budget.Limits.OperatorsPerPage}); the rest of it was not read."));
            Execute(code, ref lexer);
            _imageBegun = code == Operators.BeginImage;
        }

        _content = around;
    }

    /// <summary>No page follows for now: gives back what was lent for interpreting.</summary>
    public void Release()
    {
        _operands.Release();
        _saved.Release();
    }

    private void Execute(uint code, ref Lexer lexer)
    {
        if (!TryText(code) && !TryPath(code) && !TryState(code) && !TryColor(code))
            ExecuteRest(code, ref lexer);
    }

    private void ExecuteRest(uint code, ref Lexer lexer)
    {
        switch (code)
        {
            case Operators.PaintObject:
                PaintObject();
                break;
            // Without BI it is a stray word, and what follows is no image but the rest of the page.
            case Operators.ImageData when _imageBegun:
                lexer.Position = PaintInlineImage(lexer.Position);
                break;
            case Operators.BeginMarked:
                _marked.Begin(default);
                break;
            case Operators.BeginMarkedWithProperties:
                BeginMarked();
                break;
            case Operators.EndMarked:
                EndMarked();
                break;
        }
    }

    private bool TryState(uint code)
    {
        switch (code)
        {
            case Operators.Save:
                _saved.Save(_state);
                return true;
            case Operators.Restore:
                _saved.TryRestore(_stateFloor, ref _state);
                return true;
            case Operators.Transform:
                if (TryMatrix(out Matrix matrix))
                    _state.Ctm = matrix * _state.Ctm;
                return true;
            case Operators.LineWidth:
                if (_operands.TryNumber(out double width))
                    _state.LineWidth = Math.Abs(width);
                return true;
            case Operators.ExtendedState:
                if (TryName(out string name))
                    _resources.State(name).Apply(ref _state);
                return true;
            default:
                return false;
        }
    }

    private bool TryMatrix(out Matrix matrix)
    {
        bool found = _operands.TryNumbers(6, out ReadOnlySpan<ContentOperand> numbers);
        matrix = found
            ? new Matrix(numbers[0].Number, numbers[1].Number, numbers[2].Number, numbers[3].Number, numbers[4].Number, numbers[5].Number)
            : Matrix.Identity;
        return found;
    }

    /// <summary>The last operand as a name, made once per spelling.</summary>
    private bool TryName(out string name)
    {
        bool found = _operands.TryLast(OperandKind.Name, out ContentOperand operand);
        name = found ? NameOf(operand) : "";
        return found;
    }

    private string NameOf(in ContentOperand operand) => _names.Get(_content.Span.Slice(operand.Start, operand.Length)).Value;
}
