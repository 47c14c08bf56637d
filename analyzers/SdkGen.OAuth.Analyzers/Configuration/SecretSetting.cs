using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Configuration;

/// <summary>Tells which settings are credentials of OAuth.</summary>
internal static class SecretSetting
{
    /// <summary>How much a setting weighs; nothing if it is no secret.</summary>
    public static DiagnosticSeverity? SeverityOf(Setting setting)
    {
        if (setting.Path.Count == 0 || !SecretText.MayBeSent(setting.Value) || string.Equals(setting.Name, setting.Value, StringComparison.OrdinalIgnoreCase))
        {
            return SecretText.ProviderOf(setting.Value) is null ? null : DiagnosticSeverity.Warning;
        }

        if (SecretText.ProviderOf(setting.Value) is not null || SecretText.TokenProviderOf(setting.Value) is not null)
        {
            return DiagnosticSeverity.Warning;
        }

        var name = setting.Name;
        switch (OAuthNames.OfIdentifier(name))
        {
            // "SecretKey" is what other things call theirs, too.
            case OAuthNames.ClientSecret when !name.EndsWith("key", StringComparison.OrdinalIgnoreCase):
                return SecretText.IsDoubtful(setting.Value) || setting.Value is "secret" or "password" or "test" or "dummy"
                    ? DiagnosticSeverity.Info
                    : DiagnosticSeverity.Warning;

            case OAuthNames.AccessToken or OAuthNames.RefreshToken:
                return SecretText.LooksRandom(setting.Value) ? DiagnosticSeverity.Warning : null;
        }

        var words = Words.Of(name);
        if (words.Count == 0 || words[words.Count - 1] is not ("secret" or "secretkey" or "appkey") || !SecretText.LooksRandom(setting.Value))
        {
            return null;
        }

        return setting.Path.SelectMany(Words.Of).Any(SignInWords.Contains) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
    }

    /// <summary>Sections whose secret is that of a client.</summary>
    private static readonly ImmutableHashSet<string> SignInWords = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "oauth", "oidc", "openid", "authentication", "google", "facebook", "github", "twitter", "microsoft", "azure", "linkedin", "okta", "keycloak", "login",
        "client", "consumer", "twitch", "discord", "spotify", "dropbox", "wechat", "weixin", "qq", "apple", "gitlab", "identity", "external");
}
