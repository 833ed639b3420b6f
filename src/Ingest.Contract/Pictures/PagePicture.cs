using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Contract.Pictures;

/// <summary>
/// A page as an SVG drawing. It holds no script, fetches nothing, uses no style sheet, and every text in it is escaped; its ids begin with
/// letters of its own, so that several pictures may stand in one document. The same bytes of a file and the same request give the same bytes.
/// </summary>
/// <param name="Svg">One <c>svg</c> element in UTF-8, without XML declaration. Its <c>viewBox</c> is in hundredths of a point.</param>
/// <param name="Width">In points, of what is shown.</param>
/// <param name="Height">In points, of what is shown.</param>
/// <param name="Shown">What is shown, in the page's unrotated space.</param>
/// <param name="QuarterTurns">Clockwise, 0 to 3, by which the picture is turned against that space.</param>
/// <param name="Diagnostics">What could not be drawn.</param>
public sealed record PagePicture(
    ReadOnlyMemory<byte> Svg, float Width, float Height, Box Shown, int QuarterTurns, ImmutableArray<Diagnostic> Diagnostics);
