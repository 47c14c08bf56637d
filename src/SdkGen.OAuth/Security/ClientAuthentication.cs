using System.Text;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>Places the client's credentials in a request (RFC 6749 section 2.3): by exactly one method, and nowhere else.</summary>
internal static class ClientAuthentication
{
    /// <summary>Adds id and secret to the body, or an Authorization header to the headers.</summary>
    public static void Apply(
        MessageFields fields,
        MessageFields headers,
        ClientAuthenticationMethod method,
        string clientId,
        string? clientSecret,
        OAuthProviderAttribute provider)
    {
        if (clientSecret is null)
        {
            if (provider.PublicClient == PublicClientBehavior.BasicWithEmptySecret)
            {
                headers.Add("Authorization", Basic(clientId, "", provider.BasicEncoding));
                return;
            }

            fields.Add("client_id", clientId);
            return;
        }

        switch (method)
        {
            case ClientAuthenticationMethod.ClientSecretPost:
                fields.Add("client_id", clientId);
                fields.Add("client_secret", clientSecret);
                break;

            case ClientAuthenticationMethod.None:
                fields.Add("client_id", clientId);
                break;

            default:
                headers.Add("Authorization", Basic(clientId, clientSecret, provider.BasicEncoding));
                break;
        }
    }

    /// <summary>The value of the Authorization header (RFC 7617, with the encoding of RFC 6749 section 2.3.1).</summary>
    public static string Basic(string clientId, string clientSecret, BasicEncoding encoding)
    {
        var credentials = encoding == BasicEncoding.Raw
            ? clientId + ":" + clientSecret
            : FormEncoding.Encode(clientId) + ":" + FormEncoding.Encode(clientSecret);
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
    }

    /// <summary>
    /// What <see cref="ClientAuthenticationMethod.FromMetadata"/> means at a provider (RFC 8414 section 2); nothing if it announces only
    /// methods that this client does not have.
    /// </summary>
    public static ClientAuthenticationMethod? Choose(ClientAuthenticationMethod declared, IReadOnlyList<string>? announced)
    {
        if (declared != ClientAuthenticationMethod.FromMetadata)
        {
            return declared;
        }

        return announced switch
        {
            null or { Count: 0 } => ClientAuthenticationMethod.ClientSecretBasic,
            _ when announced.Contains("client_secret_basic") => ClientAuthenticationMethod.ClientSecretBasic,
            _ when announced.Contains("client_secret_post") => ClientAuthenticationMethod.ClientSecretPost,
            _ => null,
        };
    }
}
