using System.Security.Cryptography;

namespace SdkGen.OAuth.Providers;

/// <summary>
/// Checks that a callback is Shopify's and unchanged, as
/// <see href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant">its documentation</see> demands:
/// <c>hmac</c> is the HMAC-SHA256 of all other parameters by the client secret, in hexadecimal digits.
/// </summary>
public sealed class ShopifyCallbackSignature : IAuthorizationResponseHook
{
    /// <inheritdoc />
    public ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.Find("hmac") is not { Length: 64 } stated || !stated.All(char.IsAsciiHexDigit))
        {
            throw response.Refuse("the callback has no 'hmac' of 64 hexadecimal digits: it is not from Shopify");
        }

        return CryptographicOperations.FixedTimeEquals(Convert.FromHexString(stated), response.AuthenticateParameters("hmac"))
            ? ValueTask.CompletedTask
            : throw response.Refuse("the 'hmac' of the callback is not that of its parameters: it was changed, or is not from Shopify");
    }
}
