using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Benchmarks.Mutations;

/// <summary>
/// Plants random mistakes into documents that have none and counts how many are found. The mistakes are put into what was
/// read, cells and sentences, and all checks are run again; nothing is drawn anew, so it is the checks that are measured
/// and not the reading. The same seed gives the same mistakes.
/// </summary>
internal sealed class MutationRun(IReadOnlyList<BudgetDocument> documents, int each, TextWriter output, bool lists)
{
    private const int Seed = 20_241_130;

    /// <summary>So many places are looked at for one that allows a mistake of the kind.</summary>
    private const int MostTries = 400;

    private readonly SortedDictionary<string, Score> _byLayout = new(StringComparer.Ordinal);

    public void Run()
    {
        output.WriteLine($"{"kind",-18}{"planted",9}{"found",9}{"first",9}{"amount",9}{"unrelated",11}");
        var all = new Score();
        foreach ((string kind, Func<BudgetDocument, Place, Random, Fault?> plant) in TableFaults.Kinds)
            all.Add(Measure(kind, (document, random) => Random(Place.All(document), random) is { } place ? plant(document, place, random) : null));
        all.Add(Measure("narrative-number", (document, random) => SentenceFaults.Plant(document, percent: false, random)));
        all.Add(Measure("narrative-percent", (document, random) => SentenceFaults.Plant(document, percent: true, random)));
        Write("all", all);
        output.WriteLine();
        foreach ((string layout, Score score) in _byLayout)
            Write(layout, score);
    }

    private Score Measure(string kind, Func<BudgetDocument, Random, Fault?> plant)
    {
        var random = new Random(Seed);
        var score = new Score();
        var givenAgain = new Score();
        for (int tries = 0; score.Planted < each && tries < MostTries * each; tries++)
        {
            BudgetDocument document = documents[random.Next(documents.Count)];
            if (plant(document, random) is not { } fault)
                continue;
            string layout = document.Identity.Layout ?? "none";
            if (!_byLayout.TryGetValue(layout, out Score? ofLayout))
                _byLayout[layout] = ofLayout = new Score();
            Score one = Judge(kind, document, fault);
            score.Add(one);
            ofLayout.Add(one);
            if (fault.IsGivenAgain)
                givenAgain.Add(one);
        }
        Write(kind, score);
        if (givenAgain.Planted > 0)
            Write("  given again", givenAgain);
        return score;
    }

    private Score Judge(string kind, BudgetDocument document, Fault fault)
    {
        Finding[] errors = [.. Reconciler.Reconcile(fault.Document, ReconciliationOptions.Default, CancellationToken.None).Findings
            .Where(finding => finding.Severity == Severity.Error)];
        Finding[] touching = [.. errors.Where(finding => finding.Cells.Any(fault.IsMeant) || finding.Suspects.Any(suspect => fault.IsMeant(suspect.Cell)))];
        bool first = touching.Any(finding => finding.Suspects is [var suspect, ..] && fault.IsMeant(suspect.Cell));
        bool amount = touching.Any(finding => finding.Suspects is [{ Suggested: { } suggested } suspect, ..] && fault.IsMeant(suspect.Cell)
            && fault.True is { } right && Math.Abs(suggested - right) <= new decimal(1, 0, 0, false, (byte)right.Scale));
        if (lists && (touching.Length == 0 || !first || errors.Length > touching.Length))
            output.WriteLine($"  {kind} {document.Source.FileName} {fault.What}: {(touching.Length == 0 ? "not found" : first ? "" : "not first")}"
                + string.Concat(errors.Select(finding => $"\n      {(touching.Contains(finding) ? "" : "UNRELATED ")}{finding.Message}")));
        return new Score
        {
            Planted = 1, Found = touching.Length > 0 ? 1 : 0, First = first ? 1 : 0, Amounts = fault.True is null ? 0 : 1, Amount = amount ? 1 : 0,
            Unrelated = errors.Length - touching.Length,
        };
    }

    private void Write(string name, Score score) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-18}{score.Planted,9}{Share(score.Found, score.Planted),9}{Share(score.First, score.Planted),9}{Share(score.Amount, score.Amounts),9}{score.Unrelated,11}"));

    private static string Share(int part, int whole) => whole == 0 ? "-" : (100m * part / whole).ToString("0.0", CultureInfo.InvariantCulture);

    private static Place? Random(List<Place> places, Random random) => places.Count == 0 ? null : places[random.Next(places.Count)];

    private sealed class Score
    {
        public int Planted { get; set; }

        public int Found { get; set; }

        public int First { get; set; }

        /// <summary>Faults of a single amount, and of these how many were suggested right.</summary>
        public int Amounts { get; set; }

        public int Amount { get; set; }

        public int Unrelated { get; set; }

        public void Add(Score other)
        {
            Planted += other.Planted;
            Found += other.Found;
            First += other.First;
            Amounts += other.Amounts;
            Amount += other.Amount;
            Unrelated += other.Unrelated;
        }
    }
}
