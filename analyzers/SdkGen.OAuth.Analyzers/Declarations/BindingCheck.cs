using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Declaration;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether tokens can be bound as declared (RFC 9449, RFC 8705), and a certificate be presented where it has to be.</summary>
internal static class BindingCheck
{
    private const int DPoP = 1;
    private const int MutualTls = 2;

    public static void Run(DeclaredProvider declared)
    {
        var constraint = declared.Model.Provider.Property("SenderConstraint")?.Number ?? 0;
        if (declared.Provider.Model.Property("SenderConstraint") is { Number: not 0 }
            && (declared.Messages & (MessageNames.Token | MessageNames.UserInfo)) == 0)
        {
            declared.Report(DiagnosticDescriptors.BindingWithoutToken, declared.Provider.LocationOf("SenderConstraint"), declared.Type.Name);
        }

        if (constraint == DPoP)
        {
            CheckPlaces(declared);
        }

        CheckAliases(declared, constraint == MutualTls);
    }

    /// <summary>The token goes with the scheme DPoP in the Authorization header (RFC 9449 section 7.1), and its proof in the header beside it.</summary>
    private static void CheckPlaces(DeclaredProvider declared)
    {
        foreach (var parameter in declared.Of("OAuthParameter"))
        {
            var name = parameter.Model.Text("As") ?? parameter.Model.Argument(0) ?? "";
            if (parameter.Model.Property("In") is not null && name.Equals("DPoP", StringComparison.OrdinalIgnoreCase))
            {
                Report(parameter.LocationOf(parameter.Model.Text("As") is null ? 0 : -1), "the header DPoP carries the proof of each request: remove the parameter");
            }
            else if (parameter.Model.Argument(1) is { } value && UsesToken(value, isUrl: false) && CanBeUserInfo(parameter.Messages("On")))
            {
                Report(parameter.LocationOf(1), "sent in another place than the Authorization header they are refused (RFC 9449 section 7.1): remove the parameter");
            }
        }

        foreach (var attribute in declared.Attributes)
        {
            foreach (var property in attribute.Model.Properties)
            {
                if (property.Name is "UserInfoEndpoint" or "Endpoint" && property.Value.Text is { } url && UsesToken(url, isUrl: true)
                    && (property.Name == "UserInfoEndpoint" || CanBeUserInfo(attribute.Messages("Messages"))))
                {
                    Report(attribute.LocationOf(property.Name), "in a URL they would be of no use but to whoever reads the log: remove {token.access_token}");
                }
            }
        }

        bool CanBeUserInfo(int messages) => (declared.Messages & MessageNames.UserInfo) != 0 && (messages == 0 || (messages & MessageNames.UserInfo) != 0);

        void Report(Location location, string problem) =>
            declared.Report(DiagnosticDescriptors.BoundTokenMisplaced, location, declared.Type.Name, problem);
    }

    private static bool UsesToken(string template, bool isUrl) =>
        (isUrl ? TemplateSyntax.ParseUrl(template) : TemplateSyntax.Parse(template)).Any(part => part.IsHole && part.Value == "token.access_token");

    private static void CheckAliases(DeclaredProvider declared, bool isBoundToCertificate)
    {
        var byCertificate = IsByCertificate(declared.Model.Provider);
        var needed = byCertificate || isBoundToCertificate;
        var aliases = 0;
        foreach (var request in declared.Of("OAuthRequest"))
        {
            var messages = request.Messages("Messages");
            var presents = needed || IsByCertificate(request.Model);
            if (request.Model.Text("MutualTlsEndpoint") is { } alias)
            {
                aliases |= messages;
                if ((messages & ~(MessageNames.Authorization | MessageNames.EndSession)) == 0 && messages != 0)
                {
                    declared.Report(
                        DiagnosticDescriptors.InvalidRequest,
                        request.LocationOf("MutualTlsEndpoint"),
                        "The browser sends this message, which has no certificate of the client: MutualTlsEndpoint is for the back channel");
                }
                else if (!presents)
                {
                    declared.Report(DiagnosticDescriptors.AliasWithoutCertificate, request.LocationOf("MutualTlsEndpoint"));
                }

                CheckTls(declared, request, "MutualTlsEndpoint", alias);
            }
            else if (presents && request.Model.Text("Endpoint") is { } endpoint)
            {
                CheckTls(declared, request, "Endpoint", endpoint);
            }
        }

        if (needed && declared.Provider.Model.Text("TokenEndpoint") is { } token && (aliases & MessageNames.Token) == 0)
        {
            CheckTls(declared, declared.Provider, "TokenEndpoint", token);
        }
    }

    /// <summary>Whether it is <c>TlsClientAuth</c> or <c>SelfSignedTlsClientAuth</c>.</summary>
    private static bool IsByCertificate(AttributeModel attribute) =>
        attribute.Property("ClientAuthentication")?.Text?.EndsWith("TlsClientAuth", StringComparison.Ordinal) == true;

    /// <summary>Plain http, which is for this machine, has no certificates.</summary>
    private static void CheckTls(DeclaredProvider declared, DeclaredAttribute attribute, string property, string url)
    {
        if (url.StartsWith("http://localhost", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://127.", StringComparison.Ordinal)
            || url.StartsWith("http://[::1]", StringComparison.Ordinal))
        {
            declared.Report(DiagnosticDescriptors.CertificateWithoutTls, attribute.LocationOf(property), url.Length <= 100 ? url : url.Substring(0, 100) + "…");
        }
    }
}
