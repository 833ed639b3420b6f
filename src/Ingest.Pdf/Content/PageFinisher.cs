using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>The sheet that a page is painted on.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Width">Of the MediaBox, in points.</param>
/// <param name="Height">Of the MediaBox, in points.</param>
/// <param name="Rotation">Clockwise degrees by which a viewer turns it.</param>
internal readonly record struct PaintedSheet(int Number, float Width, float Height, int Rotation);

/// <summary>
/// Decides what can only be decided when everything has been painted - what is covered, doubled, one line -
/// and makes a <see cref="Page"/> of it. Whatever reads the content, these words mean the same. Keeps its
/// buffers from page to page; not safe for several threads.
/// </summary>
internal sealed class PageFinisher(Canvas canvas, ReadingBudget budget)
{
    /// <summary>Shown for colours that are not known.</summary>
    private const int SomeGray = 0x808080;

    private readonly PaintedGround _ground = new(budget);
    private readonly RepeatedLetters _repeated = new(budget);
    private readonly RulingJoiner _joiner = new(budget);
    private readonly BarStacks _stacks = new();
    private readonly Buffer<LinePiece> _rulings = new(256);

    /// <summary>An empty canvas for the next page.</summary>
    /// <param name="visible">What a viewer shows of it, in page space.</param>
    public void Begin(Box visible)
    {
        canvas.Begin(visible);
        _rulings.Clear();
    }

    /// <summary>No page follows for now: gives back what was lent for painting and finishing.</summary>
    public void Release()
    {
        canvas.Release();
        _ground.Release();
        _repeated.Release();
        _joiner.Release();
        _stacks.Release();
        _rulings.Release();
    }

    /// <param name="sheet">What the page is painted on.</param>
    /// <param name="diagnostics">What has been said so far; receives the rest.</param>
    /// <param name="isIncomplete">A part of the content is not in the file.</param>
    /// <param name="formsTooDeep">Forms were left out.</param>
    public Page Finish(PaintedSheet sheet, PageDiagnostics diagnostics, bool isIncomplete, bool formsTooDeep)
    {
        diagnostics.Guard(Conclude);
        bool imageOnly = IsImageOnly();
        diagnostics.AddFindings(canvas, imageOnly, isIncomplete, formsTooDeep);
        return new Page
        {
            Number = sheet.Number,
            Width = sheet.Width,
            Height = sheet.Height,
            Visible = canvas.Visible,
            Rotation = sheet.Rotation,
            Letters = Letters(),
            Rulings = Rulings(),
            Fills = Fills(),
            Images = [.. canvas.Images.Span],
            Shapes = [.. canvas.Shapes.Span],
            ImageOnly = imageOnly,
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    private void Conclude()
    {
        _ground.Prepare(canvas.Areas, canvas.Visible);
        LetterSight.MarkHidden(canvas.Letters, _ground);
        _repeated.Remove(canvas.Letters);
        LineSight.RemoveHidden(canvas.Lines, canvas.Areas, _ground, canvas.Visible, budget);
        _joiner.Join(canvas.Lines, _rulings);
        _stacks.Remove(_rulings, canvas);
    }

    private ImmutableArray<Letter> Letters()
    {
        ReadOnlySpan<PaintedLetter> painted = canvas.Letters.Span;
        var letters = new Letter[painted.Length];
        for (int i = 0; i < letters.Length; i++)
            letters[i] = painted[i].ToLetter();
        return ImmutableCollectionsMarshal.AsImmutableArray(letters);
    }

    private ImmutableArray<Ruling> Rulings()
    {
        ReadOnlySpan<LinePiece> lines = _rulings.Span;
        var rulings = new Ruling[lines.Length];
        for (int i = 0; i < rulings.Length; i++)
            rulings[i] = new Ruling(lines[i].IsHorizontal, lines[i].At, lines[i].Start, lines[i].End, lines[i].Thickness);
        return ImmutableCollectionsMarshal.AsImmutableArray(rulings);
    }

    private ImmutableArray<Fill> Fills()
    {
        ReadOnlySpan<PaintedArea> areas = canvas.Areas.Span;
        int count = 0;
        foreach (ref readonly PaintedArea area in areas)
            count += area.Kind == AreaKind.Fill ? 1 : 0;
        var fills = new Fill[count];
        count = 0;
        foreach (ref readonly PaintedArea area in areas)
        {
            if (area.Kind == AreaKind.Fill)
                fills[count++] = new Fill(area.Box, area.Rgb >= 0 ? area.Rgb : SomeGray);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fills);
    }

    /// <summary>A scan, whole or in strips, without text of its own.</summary>
    private bool IsImageOnly()
    {
        double covered = 0;
        foreach (ref readonly Box image in canvas.Images.Span)
            covered += (double)image.Width * image.Height;
        if (covered < (double)canvas.Visible.Width * canvas.Visible.Height / 2)
            return false;
        foreach (ref readonly PaintedLetter letter in canvas.Letters.Span)
        {
            if (letter.Hidden == Hidden.No && !letter.IsBlank)
                return false;
        }

        return true;
    }
}
