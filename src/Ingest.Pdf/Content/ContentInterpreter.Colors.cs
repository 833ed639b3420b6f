namespace Ingest.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    private bool TryColor(uint code)
    {
        switch (code)
        {
            case Operators.FillGray:
                SetColor(ref _state.Fill, ColorSpace.Gray);
                return true;
            case Operators.StrokeGray:
                SetColor(ref _state.Stroke, ColorSpace.Gray);
                return true;
            case Operators.FillRgb:
                SetColor(ref _state.Fill, ColorSpace.DeviceRgb);
                return true;
            case Operators.StrokeRgb:
                SetColor(ref _state.Stroke, ColorSpace.DeviceRgb);
                return true;
            case Operators.FillCmyk:
                SetColor(ref _state.Fill, ColorSpace.Cmyk);
                return true;
            case Operators.StrokeCmyk:
                SetColor(ref _state.Stroke, ColorSpace.Cmyk);
                return true;
            case Operators.FillSpace:
                ChooseSpace(ref _state.Fill);
                return true;
            case Operators.StrokeSpace:
                ChooseSpace(ref _state.Stroke);
                return true;
            case Operators.FillColor or Operators.FillColorN:
                SetComponents(ref _state.Fill);
                return true;
            case Operators.StrokeColor or Operators.StrokeColorN:
                SetComponents(ref _state.Stroke);
                return true;
            default:
                return false;
        }
    }

    private void ChooseSpace(ref PaintColor color)
    {
        if (TryName(out string name))
            color.Choose(_resources.ColorSpace(name));
    }

    private void SetComponents(ref PaintColor color)
    {
        if (_operands.TryLast(OperandKind.Name, out _))
            color.Rgb = Rgb.Unknown;
        else
            SetColor(ref color, color.Space);
    }

    private void SetColor(ref PaintColor color, ColorSpace space)
    {
        if (space.Components > 0 && _operands.TryNumbers(space.Components, out ReadOnlySpan<ContentOperand> components))
            color.Set(space, components);
    }
}
