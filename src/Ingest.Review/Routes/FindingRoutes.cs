using System.Globalization;
using Ingest.Contract.Text;
using Ingest.Review.Findings;
using Ingest.Review.Ports;
using Ingest.Review.Screens;
using Ingest.Review.Words;
using Ingest.Store;
using Ingest.Store.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Review.Routes;

/// <summary>疑点清单 and 复核.</summary>
internal static class FindingRoutes
{
    /// <summary>In the choice of rules.</summary>
    private const int MostRules = 1000;

    private static readonly Phrase _gone = new("没有这一疑点：文件可能已重新处理。", "There is no such finding: its document may have been processed again.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/findings", List);
        routes.MapGet("/findings/{sha256}/{print}", Show);
        routes.MapPost("/findings/{sha256}/{print}/verdict", JudgeByForm);
        routes.MapPost("/verdicts", JudgeByScript);
    }

    private static RazorComponentResult<FindingListScreen> List(HttpContext context, Screening screening, ReviewIndex index, IDisclosure disclosure, IRuleBook rules)
    {
        FindingQuery query = Query(context);
        int skip = int.TryParse(context.Request.Query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 0;
        ReviewWords words = screening.Words(context);
        ListPage<ReviewedFinding> page = index.Findings(query, skip, FindingListScreen.PageSize);
        return screening.Show<FindingListScreen>(
            context, ("Filter", query), ("Page", page with { Rows = [.. page.Rows.Select(disclosure.Mask)] }), ("Skip", skip), ("Totals", index.Count(query)), ("Years", index.Years()),
            ("Rules", index.Folded(query with { Rule = null }, FoldBy.Rule, 0, MostRules).Rows.OrderBy(rule => rule.Key, StringComparer.Ordinal).ToArray()),
            ("RuleSentence", (Func<string, string>)(rule => words.Say(rules.Sentence(rule) ?? default))));
    }

    private static IResult Show(string sha256, string print, HttpContext context, Screening screening, IDocumentStore store, IDisclosure disclosure, ReviewIndex index, IRuleBook rules)
    {
        if (FindingId.Parse($"{sha256}/{print}") is not { } id || ReviewCase.Find(store, disclosure, id) is not { } found)
            return screening.NotFound(context, _gone);
        FindingQuery query = Query(context);
        return screening.Show<ReviewScreen>(
            context, ("Case", found), ("Place", index.Place(query, sha256, print)), ("Filter", query), ("RuleSentence", screening.Words(context).Say(rules.Sentence(found.Finding.Finding.Rule) ?? default)));
    }

    /// <summary>Without script: the verdict is recorded and the finding shown again.</summary>
    private static async Task<IResult> JudgeByForm(string sha256, string print, HttpContext context, Screening screening, VerdictDesk desk, IDocumentStore store)
    {
        if (FindingId.Parse($"{sha256}/{print}") is not { } id)
            return screening.NotFound(context, _gone);
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? note = form["note"];
        if (note?.Length > VerdictDesk.LongestNote)
            return Results.BadRequest();
        FindingId[] ids = form["all"] == "1" ? OfSameRule(store, id) : [id];
        foreach (FindingId each in ids)
            if (Record(desk, each, form["status"], note, each == id ? Seen(form["seen"]) : null, screening.Reviewer(context), screening.Words(context)) is null)
                return Results.BadRequest();
        return Results.LocalRedirect($"/findings/{id}{QueryText.Of(Query(context))}");
    }

    private static IResult JudgeByScript(JudgeRequest request, HttpContext context, Screening screening, VerdictDesk desk, IDocumentStore store)
    {
        if (request.Findings is not { Count: > 0 and <= VerdictDesk.MostAtOnce } asked || request.Note?.Length > VerdictDesk.LongestNote)
            return Results.BadRequest();
        (ReviewWords words, string reviewer) = (screening.Words(context), screening.Reviewer(context));
        var answers = new List<JudgeAnswer>();
        foreach (JudgeRequest.AskedFinding entry in asked)
        {
            if (FindingId.Parse(entry.Id) is not { } id)
                return Results.BadRequest();
            FindingId[] ids = request.All ? OfSameRule(store, id) : [id];
            foreach (FindingId each in ids)
            {
                if (Record(desk, each, request.Status, request.Note, each == id ? Seen(entry.Seen) : null, reviewer, words) is not { } judgement)
                    return Results.BadRequest();
                answers.Add(JudgeAnswer.Of(judgement, words));
            }
        }

        return Results.Json(answers);
    }

    /// <summary>Null for a status that there is not.</summary>
    private static VerdictOutcome? Record(VerdictDesk desk, FindingId id, string? status, string? note, DateTimeOffset? seen, string reviewer, ReviewWords words)
    {
        if (status == "undo")
            return desk.Undo(id, reviewer, undone => words.Say($"撤销“{words.Of(undone)}”", $"\"{words.Of(undone)}\" undone"));
        return VerdictChoices.Parse(status) is { } verdict ? desk.Judge(id, verdict, note, reviewer, seen) : null;
    }

    private static FindingId[] OfSameRule(IDocumentStore store, FindingId id)
    {
        IReadOnlyList<StoredFinding> all = store.FindingsOf(id.Sha256);
        string? rule = all.FirstOrDefault(finding => finding.Fingerprint == id.Fingerprint)?.Finding.Rule;
        return [.. all.Where(finding => finding.Finding.Rule == rule).Select(finding => new FindingId(finding.Sha256, finding.Fingerprint)).Take(VerdictDesk.MostAtOnce)];
    }

    private static FindingQuery Query(HttpContext context) => QueryText.Parse(key => context.Request.Query[key]);

    private static DateTimeOffset? Seen(string? ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(value, TimeSpan.Zero) : null;
}
