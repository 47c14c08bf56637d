namespace SdkGen.OAuth;

/// <summary>
/// A check of the callback that the RFCs do not have. It runs after those that they do have, so state and issuer are right and the request is
/// used up, and before the code is sent.
/// </summary>
public interface IAuthorizationResponseHook : IOAuthHook
{
    /// <summary>Checks a callback: returns if it is right.</summary>
    /// <param name="response">The callback.</param>
    /// <param name="cancellationToken">Cancels the sign-in.</param>
    /// <returns>A task that ends when the callback is found to be right.</returns>
    /// <exception cref="OAuthException">The callback is refused: what <see cref="AuthorizationResponseContext.Refuse"/> makes.</exception>
    ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken);
}
