using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.Contract.Text;
using Ingest.Review.Safety;

namespace Ingest.App.Review;

/// <summary>Who may see the page where, by the settings.</summary>
internal static class ReviewAddresses
{
    /// <param name="urls">Of the command line; the settings' where there are none.</param>
    /// <exception cref="SettingsException">An address is none, or people could come in from elsewhere without signing in.</exception>
    public static ReviewAccess Access(ReviewSettings settings, IReadOnlyList<string> urls, Locations folders)
    {
        string[] wanted = [.. urls.Count > 0 ? urls : settings.Urls];
        if (wanted.Length == 0)
            throw new SettingsException(new Phrase("review.urls 没有给出地址。", "review.urls names no address."));
        foreach (string url in wanted)
            if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/" || address.UserInfo.Length > 0)
                throw new SettingsException(new Phrase($"“{url}”不是可用的地址；应如 http://127.0.0.1:5180。", $"'{url}' is no address to serve at; it should be like http://127.0.0.1:5180."));
        var access = new ReviewAccess(wanted, settings.Hosts, folders.ReviewersFile, settings.Reviewer.Length > 0 ? settings.Reviewer : Environment.UserName, Provider(settings.OpenId));
        if (!access.IsLocal && access.OpenId is null && !new Reviewers(folders.ReviewersFile).Any)
            throw new SettingsException(new Phrase(
                $"{string.Join("、", wanted)} 可从其他机器访问，须登录后使用，而 {folders.ReviewersFile} 中还没有复核人。请先用 ingest reviewers add 姓名 建立，或设置 review.openId，或只在本机提供（http://127.0.0.1:5180）。",
                $"{string.Join(", ", wanted)} can be reached from other machines, so that people must sign in, and {folders.ReviewersFile} has no reviewer yet. Make one with 'ingest reviewers add NAME', set review.openId, or serve this machine alone (http://127.0.0.1:5180)."));
        return access;
    }

    private static OpenIdAccess? Provider(OpenIdSettings settings)
    {
        if (settings.Authority.Length == 0)
            return null;
        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out Uri? authority) || !(authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback))
            throw new SettingsException(new Phrase($"review.openId.authority“{settings.Authority}”应为 https 地址。", $"review.openId.authority '{settings.Authority}' must be an https address."));
        return settings.ClientId.Length > 0
            ? new OpenIdAccess(settings.Authority, settings.ClientId, settings.ClientSecret.Length > 0 ? settings.ClientSecret : null, settings.NameClaim)
            : throw new SettingsException(new Phrase("设置了 review.openId.authority，但没有 review.openId.clientId。", "review.openId.authority is set, and review.openId.clientId is not."));
    }
}
