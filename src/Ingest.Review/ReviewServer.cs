using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Ingest.Review.Findings;
using Ingest.Review.Papers;
using Ingest.Review.Routes;
using Ingest.Review.Safety;
using Ingest.Store.Review;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ingest.Review;

/// <summary>The review page as a web server, not yet started.</summary>
public static class ReviewServer
{
    /// <summary>Answered at once; a page is made in milliseconds, so that more would only compete.</summary>
    private const int AtOnce = 32;

    /// <summary>Wait for their turn; whoever comes then is told to come again.</summary>
    private const int InLine = 256;

    /// <summary>Open pages that are told of changes.</summary>
    private const int Following = 256;

    /// <summary>Tries to sign in from one address in a minute.</summary>
    private const int Tries = 10;

    /// <summary>Of everything that is no file: a form, a verdict on many findings.</summary>
    private const long FormBytes = 256 * 1024;

    public static WebApplication Build(ReviewSetup setup)
    {
        // Empty: no setting comes from the environment or from files that are not the program's own.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ReviewServer).Assembly.GetName().Name });
        setup.Logging(builder.Logging);
        // It warns that keys are written unprotected; these are not written at all.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        builder.WebHost.UseUrls([.. setup.Access.Urls]);
        AddServices(builder.Services, setup);
        WebApplication app = builder.Build();
        app.UseMiddleware<RequestGuard>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        Map(app, setup.Access);
        return app;
    }

    private static void Map(WebApplication app, ReviewAccess access)
    {
        EmbeddedAssets.Map(app);
        AccountRoutes.Map(app, access);
        FindingRoutes.Map(app);
        PageRoutes.Map(app);
        LiveRoutes.Map(app);
        OverviewRoutes.Map(app);
        SearchRoutes.Map(app);
        DocumentRoutes.Map(app);
        PaperRoutes.Map(app);
        YearRoutes.Map(app);
    }

    private static void Limit(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = FormBytes;
        options.Limits.MaxConcurrentConnections = 2048;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    private static void AddServices(IServiceCollection services, ReviewSetup setup)
    {
        // Chinese stays Chinese; whatever means something to HTML is encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(setup.Access).AddSingleton(setup.Clock).AddSingleton(setup.Store).AddSingleton(setup.Changes).AddSingleton(setup.Disclosure)
            .AddSingleton(setup.Rules).AddSingleton(setup.Pictures).AddSingleton(setup.Originals).AddSingleton(setup.Inbox).AddSingleton(setup.Reports).AddSingleton(setup.Relations).AddSingleton(setup.Corrections)
            .AddSingleton(new SignOffJournal(setup.SignOffFile))
            .AddSingleton(new Reviewers(setup.Access.ReviewersFile)).AddSingleton<VerdictDesk>().AddSingleton(new ReviewIndex(setup.Store))
            .AddSingleton(provider => new Screening(setup.Access, provider.GetRequiredService<IAntiforgery>(), setup.Clock, setup.Language));
        services.AddRazorComponents();
        services.AddRouting();
        // Nothing secret lies on the disk: after a restart people sign in again.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ingest-forgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.HeaderName = "X-Token";
        });
        SignIn.AddTo(services, setup.Access);
        services.AddRateLimiter(Bound);
        services.Replace(ServiceDescriptor.Singleton(setup.Clock));
    }

    /// <summary>A thousand requests at once are answered or turned away, and never pile up.</summary>
    private static void Bound(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(context => RateLimitPartition.GetConcurrencyLimiter(
            context.Request.Path == LiveRoutes.Path,
            follows => new ConcurrencyLimiterOptions { PermitLimit = follows ? Following : AtOnce, QueueLimit = follows ? 0 : InLine, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
        options.AddPolicy(SignIn.TriesPolicy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = TimeSpan.FromMinutes(1) }));
    }
}
