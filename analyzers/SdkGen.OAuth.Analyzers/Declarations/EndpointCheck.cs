using System.Net;
using SdkGen.OAuth.Declaration;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether every declared message has an endpoint, and every URL is one that secrets may be sent to.</summary>
internal static class EndpointCheck
{
    private static readonly int[] Messages =
    [
        MessageNames.Authorization, MessageNames.Token, MessageNames.DeviceAuthorization, MessageNames.Revocation,
        MessageNames.Introspection, MessageNames.UserInfo, MessageNames.EndSession, MessageNames.BackchannelAuthentication, MessageNames.Registration,
    ];

    public static void Run(DeclaredProvider declared)
    {
        CheckPresence(declared);
        CheckPushed(declared);
        CheckUserInfo(declared);
        foreach (var attribute in declared.Attributes)
        {
            if (attribute.Model.Name == "OAuthProvider")
            {
                if (attribute.Model.Argument(0) is { } issuer)
                {
                    CheckUrl(declared, issuer, attribute.LocationOf(0), isIssuer: true);
                }

                foreach (var property in attribute.Model.Properties.Where(property => IsUrl(property.Name)))
                {
                    CheckUrl(declared, property.Value.Text ?? "", attribute.LocationOf(property.Name), isIssuer: false);
                    CheckFragment(declared, property.Value.Text ?? "", attribute.LocationOf(property.Name), property.Name == "AuthorizationEndpoint");
                }

                var issuers = attribute.Model.Property("IdTokenIssuers")?.Items ?? default;
                for (var i = 0; i < issuers.Count; i++)
                {
                    CheckUrl(declared, issuers[i], attribute.LocationOf("IdTokenIssuers", i), isIssuer: true);
                }

                if (attribute.Model.Text("MetadataAddress") is not null && declared.Model.Provider.Argument(0) is null)
                {
                    declared.Report(
                        DiagnosticDescriptors.InvalidRequest,
                        attribute.LocationOf("MetadataAddress"),
                        "MetadataAddress has no effect without an issuer to compare the metadata with: state it, [OAuthProvider(\"https://…\")]");
                }
            }
            else if (attribute.Model.Name == "OAuthRequest")
            {
                foreach (var property in attribute.Model.Properties.Where(property => IsUrl(property.Name)))
                {
                    CheckUrl(declared, property.Value.Text ?? "", attribute.LocationOf(property.Name), isIssuer: false);
                    CheckFragment(declared, property.Value.Text ?? "", attribute.LocationOf(property.Name), attribute.Messages("Messages") == MessageNames.Authorization);
                }
            }
        }
    }

    public static bool IsUrl(string property) =>
        property is "MetadataAddress" or "JsonWebKeySetUri" || property.EndsWith("Endpoint", StringComparison.Ordinal);

    /// <summary>The messages whose endpoint the declaration leaves to the provider's metadata, and the property that would state it.</summary>
    public static IEnumerable<(string Messages, string Property)> Undeclared(DeclaredProvider declared)
    {
        foreach (var message in Messages)
        {
            var property = MessageNames.EndpointProperty(message == MessageNames.Token ? MessageNames.Code : message);
            var missing = declared.Messages & message;
            foreach (var quirk in declared.Model.Quirks.Where(NamesEndpoint))
            {
                missing &= ~(int)quirk.Arguments[0].Number;
            }

            if (declared.Methods.Where(method => method.Kind != MessageKind.None && (MessageShape.Of(method.Kind).Message & missing) != 0)
                .All(method => method.Attributes.Any(NamesEndpoint)))
            {
                missing = 0;
            }

            if (missing != 0 && declared.Model.Provider.Text(property) is null)
            {
                yield return (MessageNames.Of(missing), property);
            }
        }
    }

    /// <summary>Whether a URL may be sent secrets: https, or this machine.</summary>
    public static bool IsSecure(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && IsThisMachine(uri)));

    private static void CheckPresence(DeclaredProvider declared)
    {
        if (declared.Model.Provider.Argument(0) is { Length: > 0 })
        {
            return;
        }

        foreach (var (messages, property) in Undeclared(declared))
        {
            declared.Report(DiagnosticDescriptors.NoEndpoint, declared.Provider.Location, messages, property);
        }
    }

    private static void CheckPushed(DeclaredProvider declared)
    {
        if (!declared.Model.PushesAuthorizationRequests)
        {
            return;
        }

        if ((declared.Messages & MessageNames.Authorization) == 0)
        {
            declared.Report(
                DiagnosticDescriptors.InvalidRequest,
                declared.Location,
                $"{KnownTypes.PushedAuthorizationRequests} is about authorization requests: inherit IAuthorizationCodeGrant too");
        }
        else if (declared.Model.Provider.Argument(0) is not { Length: > 0 } && declared.Model.Provider.Text("PushedAuthorizationRequestEndpoint") is null)
        {
            declared.Report(
                DiagnosticDescriptors.NoEndpoint, declared.Provider.Location, "a pushed authorization request", "PushedAuthorizationRequestEndpoint");
        }
    }

    private static bool NamesEndpoint(AttributeModel quirk) =>
        (quirk.Name == "OAuthRequest" && quirk.Text("Endpoint") is not null && quirk.Arguments.Count > 0)
        || (quirk.Name == "OAuthResponse" && quirk.Property("Source") is not null && quirk.Arguments.Count > 0);

    private static void CheckUserInfo(DeclaredProvider declared)
    {
        var endpoints = declared.Model.Contracts.Where(use => use.Contract.Name == "IUserInfoEndpoint" && use.Contract.Methods.Count > 0).ToList();
        if (endpoints.Count > 1)
        {
            declared.Report(
                DiagnosticDescriptors.DuplicateUserInfo,
                declared.Location,
                declared.Type.Name,
                TypeText.Short(endpoints[0].UserType ?? "UserInfo"),
                TypeText.Short(endpoints[1].UserType ?? "UserInfo"));
        }
    }

    private static void CheckUrl(DeclaredProvider declared, string url, Microsoft.CodeAnalysis.Location location, bool isIssuer)
    {
        // What fills the holes is checked when it is known; here it is something that fits.
        var parts = TemplateSyntax.ParseUrl(url);
        var example = string.Concat(parts.Select(part =>
            !part.IsHole ? part.Value : part.Place switch
            {
                TemplatePlace.Start => "https://example.com",
                TemplatePlace.WholeHost => "example.com",
                TemplatePlace.Host => "1",
                _ => "x",
            }));
        if (!Uri.TryCreate(example, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0
            || uri.Scheme is not ("https" or "http"))
        {
            declared.Report(DiagnosticDescriptors.InvalidUrl, location, Bounded(url), "");
            return;
        }

        if (url.IndexOf("client_secret=", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            declared.ReportError(DiagnosticDescriptors.HardCodedSecret, location, "client_secret");
        }

        if (isIssuer && (url.IndexOf('?') >= 0 || url.IndexOf('#') >= 0))
        {
            declared.Report(DiagnosticDescriptors.InvalidUrl, location, Bounded(url), ": an issuer has no query and no fragment (RFC 8414 section 2)");
        }
        else if (uri.Scheme == "http" && !IsThisMachine(uri))
        {
            declared.Report(DiagnosticDescriptors.ClearTextEndpoint, location, Bounded(url));
        }
    }

    /// <summary>A browser keeps a fragment for itself; a few providers read it there. In the back channel it is lost.</summary>
    private static void CheckFragment(DeclaredProvider declared, string url, Microsoft.CodeAnalysis.Location location, bool isOfBrowser)
    {
        if (url.IndexOf('#') < 0)
        {
            return;
        }

        if (isOfBrowser)
        {
            declared.Report(DiagnosticDescriptors.FragmentInEndpoint, location, Bounded(url), "the authorization endpoint must not have; declare it only if the provider wants it", "3.1");
        }
        else
        {
            declared.ReportError(DiagnosticDescriptors.FragmentInEndpoint, location, Bounded(url), "is not sent to a server: remove it", "3.2");
        }
    }

    /// <summary>As the runtime sees it: a loopback address, or the one name that has to be one (RFC 6761 section 6.3).</summary>
    private static bool IsThisMachine(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>A URL as it may be shown: not too long, and without what stands before an @.</summary>
    private static string Bounded(string url)
    {
        var at = url.IndexOf('@');
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var shown = at > scheme && scheme >= 0 ? url.Substring(0, scheme + 3) + "…" + url.Substring(at) : url;
        return shown.Length <= 100 ? shown : shown.Substring(0, 100) + "…";
    }
}
