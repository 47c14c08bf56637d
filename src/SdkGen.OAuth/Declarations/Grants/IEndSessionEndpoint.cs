namespace SdkGen.OAuth;

/// <summary>Logout at the provider (OpenID Connect RP-Initiated Logout 1.0).</summary>
public interface IEndSessionEndpoint
{
    /// <summary>Prepares a logout request. Send the user to its <see cref="EndSessionRequest.Uri"/>.</summary>
    /// <param name="parameters">The session to end, and where the user goes afterwards.</param>
    /// <param name="cancellationToken">Stops waiting for the provider's metadata.</param>
    /// <returns>The request.</returns>
    /// <exception cref="OAuthException">The provider's metadata could not be had or is wrong.</exception>
    [EndSessionRequest]
    Task<EndSessionRequest> CreateEndSessionRequestAsync(
        EndSessionParameters? parameters = null, CancellationToken cancellationToken = default);
}
