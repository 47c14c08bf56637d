using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether every declared message has an endpoint, and every URL is one that secrets may be sent to.</summary>
internal static class EndpointCheck
{
    private static readonly int[] Messages =
    [
        MessageNames.Authorization, MessageNames.Token, MessageNames.DeviceAuthorization, MessageNames.Revocation,
        MessageNames.Introspection, MessageNames.UserInfo, MessageNames.EndSession,
    ];

    public static void Run(DeclaredProvider declared)
    {
        CheckPresence(declared);
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
                }
            }
            else if (attribute.Model.Name == "OAuthRequest" && attribute.Model.Text("Endpoint") is { } endpoint)
            {
                CheckUrl(declared, endpoint, attribute.LocationOf("Endpoint"), isIssuer: false);
            }
        }
    }

    public static bool IsUrl(string property) =>
        property is "MetadataAddress" or "JsonWebKeySetUri" || property.EndsWith("Endpoint", StringComparison.Ordinal);

    private static void CheckPresence(DeclaredProvider declared)
    {
        var provider = declared.Model.Provider;
        if (provider.Argument(0) is { Length: > 0 })
        {
            return;
        }

        foreach (var message in Messages)
        {
            var property = MessageNames.EndpointProperty(message == MessageNames.Token ? MessageNames.Code : message);
            var missing = declared.Messages & message;
            foreach (var request in declared.Attributes.Where(attribute => attribute.Model.Name == "OAuthRequest" && attribute.Model.Text("Endpoint") is not null))
            {
                missing &= ~request.Messages("Messages");
            }

            foreach (var response in declared.Attributes.Where(attribute => attribute.Model.Name == "OAuthResponse" && attribute.Model.Property("Source") is not null))
            {
                missing &= ~response.Messages("Messages");
            }

            if (missing != 0 && provider.Text(property) is null)
            {
                declared.Report(DiagnosticDescriptors.NoEndpoint, declared.Provider.Location, MessageNames.Of(missing), property);
            }
        }
    }

    private static void CheckUserInfo(DeclaredProvider declared)
    {
        var endpoints = declared.Model.Contracts.Where(use => use.Contract.Name == "IUserInfoEndpoint" && use.Contract.Methods.Count > 0).ToList();
        if (endpoints.Count > 1)
        {
            declared.Report(
                DiagnosticDescriptors.DuplicateUserInfo,
                declared.Location,
                declared.Type.Name,
                Short(endpoints[0].UserType),
                Short(endpoints[1].UserType));
        }
    }

    private static string Short(string? type) => type is null ? "UserInfo" : type.Substring(type.LastIndexOf('.') + 1);

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

        if (isIssuer && (url.IndexOf('?') >= 0 || url.IndexOf('#') >= 0))
        {
            declared.Report(DiagnosticDescriptors.InvalidUrl, location, Bounded(url), ": an issuer has no query and no fragment (RFC 8414 section 2)");
        }
        else if (uri.Scheme == "http" && !uri.IsLoopback)
        {
            declared.Report(DiagnosticDescriptors.ClearTextEndpoint, location, Bounded(url));
        }
    }

    private static string Bounded(string url) => url.Length <= 100 ? url : url.Substring(0, 100) + "…";
}
