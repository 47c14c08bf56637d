using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Testing.Clients;

/// <summary>
/// Fills the options that a declaration's templates need, as an application's configuration would: with the first listed value, or with
/// something that the declaration allows.
/// </summary>
internal static class DeclaredVariables
{
    private static readonly string[] Candidates = ["test", "1", "00000000-0000-0000-0000-000000000000", "test.example", "https://test.example"];

    public static void Fill(OAuthDeclaration declaration, OAuthClientOptions options)
    {
        var variables = declaration.Variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var hole in Templates(declaration).SelectMany(TemplateSyntax.Parse).Where(part => part.IsOption))
        {
            var variable = variables.GetValueOrDefault(hole.Value);
            if (variable is null or { From: null, Default: null })
            {
                values[VariableNames.Property(hole.Value)] = Value(variable);
            }
        }

        options.Bind(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }

    private static string? Value(OAuthVariableAttribute? variable) => variable switch
    {
        { Values: [var first, ..] } => first.Split('=')[0],
        { Pattern: { } pattern } => Array.Find(
            Candidates, text => Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)),
        _ => Candidates[0],
    };

    private static IEnumerable<string> Templates(OAuthDeclaration declaration)
    {
        var provider = declaration.Provider;
        IEnumerable<OAuthQuirks> quirks = [declaration, .. declaration.Methods];
        string?[] ofProvider =
        [
            provider.ClientId, provider.Issuer, provider.MetadataAddress, provider.AuthorizationEndpoint,
            provider.PushedAuthorizationRequestEndpoint, provider.TokenEndpoint, provider.DeviceAuthorizationEndpoint, provider.RevocationEndpoint,
            provider.IntrospectionEndpoint, provider.UserInfoEndpoint, provider.EndSessionEndpoint, provider.BackchannelAuthenticationEndpoint,
            provider.RegistrationEndpoint, provider.JsonWebKeySetUri, declaration.ClientAssertion.Issuer, declaration.ClientAssertion.Audience, .. provider.IdTokenIssuers,
        ];
        return ofProvider
            .Concat(quirks.SelectMany(quirk => quirk.Parameters, (_, parameter) => parameter.Value))
            .Concat(quirks.SelectMany(quirk => quirk.Requests, (_, request) => request.Endpoint))
            .Concat(quirks.SelectMany(quirk => quirk.Requests, (_, request) => request.MutualTlsEndpoint))
            .OfType<string>();
    }
}
