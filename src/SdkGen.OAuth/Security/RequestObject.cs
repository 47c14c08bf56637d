using System.Globalization;
using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>
/// The signed form of an authorization request (RFC 9101): its parameters as claims, so that nobody on the way can change one, or add one.
/// </summary>
internal static class RequestObject
{
    private const string Type = "oauth-authz-req+jwt";

    /// <summary>Long enough for a browser, and too short to be kept.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Whether requests are signed: by declaration, or because the provider takes no others.</summary>
    public static bool IsUsed(ProviderContext context, ProviderMetadata? metadata) =>
        context.Declaration.Provider.RequestObject == RequestObjectUse.Signed || metadata?.RequireSignedRequestObject == true;

    /// <summary>Signs the parameters.</summary>
    /// <param name="context">The provider.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="parameters">The parameters, as this provider takes them.</param>
    /// <param name="isPushed">Whether the request is pushed; through the browser, what OAuth requires in the query is repeated there.</param>
    /// <returns>What is sent instead.</returns>
    /// <exception cref="OAuthException">There is no key, or none that the provider takes.</exception>
    public static MessageFields Sign(ProviderContext context, ProviderMetadata? metadata, MessageFields parameters, bool isPushed)
    {
        var sent = new MessageFields();
        sent.Add("client_id", context.ClientId);
        if (!isPushed)
        {
            sent.AddIfAny("response_type", parameters.Find("response_type"));
            sent.AddIfAny("scope", parameters.Find("scope"));
        }

        sent.Add("request", Sign(context, metadata, parameters, metadata?.RequestObjectSigningAlgValuesSupported, Type));
        return sent;
    }

    /// <summary>Signs the parameters of a backchannel authentication request (OpenID Connect CIBA Core section 7.1.1).</summary>
    /// <param name="context">The provider.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="parameters">The parameters, as this provider takes them.</param>
    /// <returns>What is sent instead, beside what proves the client.</returns>
    /// <exception cref="OAuthException">There is no key, or none that the provider takes.</exception>
    public static MessageFields SignOutOfBand(ProviderContext context, ProviderMetadata? metadata, MessageFields parameters)
    {
        var sent = new MessageFields();
        sent.Add("request", Sign(context, metadata, parameters, metadata?.BackchannelAuthenticationRequestSigningAlgValuesSupported, "JWT"));
        return sent;
    }

    private static string Sign(
        ProviderContext context, ProviderMetadata? metadata, MessageFields parameters, IReadOnlyList<string>? announced, string type)
    {
        var key = context.Options.ClientKey ?? throw context.Errors.Make(
            OAuthFailure.InvalidConfiguration, "the provider takes signed requests only: state ClientKey in the options");
        var accepted = context.Declaration.Provider.RequestObjectAlgorithms is { Length: > 0 } declared ? declared : announced;
        var algorithm = key.Choose(accepted) ?? throw context.Errors.Make(
            OAuthFailure.InvalidConfiguration,
            $"the provider takes no request that ClientKey can sign; it takes {Redactor.Clean(string.Join(", ", accepted!), [])}");
        var audience = metadata?.Issuer ?? context.Issuer ?? throw context.Errors.Make(
            OAuthFailure.InvalidConfiguration, "nothing says whom a signed request is for: declare the issuer");
        return CompactJwt.Sign(
            CompactJwt.Header(algorithm, type, key), writer => Write(writer, context, audience, parameters), data => key.Sign(data, algorithm));
    }

    private static void Write(Utf8JsonWriter writer, ProviderContext context, string audience, MessageFields parameters)
    {
        var now = context.Now;
        writer.WriteString("iss", context.ClientId);
        writer.WriteString("aud", audience);
        writer.WriteString("jti", RandomText.Create());
        writer.WriteNumber("iat", now.ToUnixTimeSeconds());
        writer.WriteNumber("nbf", now.ToUnixTimeSeconds());
        writer.WriteNumber("exp", (now + Lifetime).ToUnixTimeSeconds());
        var written = new HashSet<string>(StringComparer.Ordinal) { "iss", "aud", "jti", "iat", "nbf", "exp" };
        foreach (var (name, _) in parameters)
        {
            if (!written.Add(name))
            {
                if (IsRegistered(name))
                {
                    throw context.Errors.Make(OAuthFailure.InvalidConfiguration, $"'{name}' cannot be a parameter of a signed authorization request: it is a claim of every JWT");
                }

                continue;
            }

            var values = parameters.FindAll(name);
            writer.WritePropertyName(name);
            if (values.Count == 1)
            {
                WriteValue(writer, name, values[0]);
                continue;
            }

            writer.WriteStartArray();
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
    }

    private static bool IsRegistered(string name) => name is "iss" or "aud" or "jti" or "iat" or "nbf" or "exp";

    /// <summary>Section 4: a number is a JSON number, and what is JSON in a query is not a text here.</summary>
    private static void WriteValue(Utf8JsonWriter writer, string name, string value)
    {
        if (name == "max_age" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            writer.WriteNumberValue(seconds);
        }
        else if (name is "claims" or "authorization_details" && TryParse(value) is { } json)
        {
            json.WriteTo(writer);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    private static JsonElement? TryParse(string value)
    {
        try
        {
            return ForeignJson.Parse(System.Text.Encoding.UTF8.GetBytes(value));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
