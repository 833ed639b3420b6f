using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Ingest.Contract.Pages;
using Ingest.Pdf.Content;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Tests.Content;

public sealed class RulingJoinerTests
{
    /// <summary>A piece on a coarse net, so that pieces meet often.</summary>
    public sealed record Piece(bool IsHorizontal, int At, int Start, int Length);

    public static class Arbitraries
    {
        public static Arbitrary<Piece> Pieces() => Arb.From(
            from horizontal in Gen.Elements(true, false)
            from at in Gen.Choose(0, 5)
            from start in Gen.Choose(0, 60)
            from length in Gen.Choose(1, 30)
            select new Piece(horizontal, at * 10, start * 2, length));
    }

    [Property(Arbitrary = [typeof(Arbitraries)])]
    public bool The_order_of_the_pieces_does_not_matter(Piece[] pieces) =>
        Join(pieces).SequenceEqual(Join([.. pieces.Reverse()]));

    [Property(Arbitrary = [typeof(Arbitraries)])]
    public bool Every_long_piece_lies_in_one_ruling(Piece[] pieces)
    {
        LinePiece[] rulings = Join(pieces);
        return pieces.Where(piece => piece.Length >= 2).All(piece => rulings.Count(ruling =>
            ruling.IsHorizontal == piece.IsHorizontal && ruling.At == piece.At
            && ruling.Start <= piece.Start && ruling.End >= piece.Start + piece.Length) == 1);
    }

    [Property(Arbitrary = [typeof(Arbitraries)])]
    public bool Rulings_of_one_axis_do_not_touch(Piece[] pieces)
    {
        LinePiece[] rulings = Join(pieces);
        return Enumerable.Range(1, Math.Max(0, rulings.Length - 1)).All(i =>
            rulings[i].IsHorizontal != rulings[i - 1].IsHorizontal || rulings[i].At != rulings[i - 1].At
            || rulings[i].Start > rulings[i - 1].End + 1.6f);
    }

    private static LinePiece[] Join(Piece[] pieces)
    {
        var lines = new Buffer<LinePiece>(4);
        foreach (Piece piece in pieces)
        {
            lines.Add(new LinePiece
            {
                IsHorizontal = piece.IsHorizontal, At = piece.At, Start = piece.Start, End = piece.Start + piece.Length, Thickness = 0.5f,
            });
        }

        var rulings = new Buffer<LinePiece>(4);
        new RulingJoiner(new ReadingBudget(ReadingOptions.Default)).Join(lines, rulings);
        return rulings.Span.ToArray();
    }
}
