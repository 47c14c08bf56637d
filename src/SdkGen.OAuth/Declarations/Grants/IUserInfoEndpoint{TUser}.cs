namespace SdkGen.OAuth;

/// <summary>The UserInfo endpoint (OpenID Connect Core section 5.3), or a provider's own, read as a type of your own.</summary>
/// <typeparam name="TUser">
/// The type of the reply, described by the context in <see cref="OAuthProviderAttribute.JsonSerializerContext"/>.
/// </typeparam>
public interface IUserInfoEndpoint<TUser>
    where TUser : class
{
    /// <summary>Asks for the claims about the user of an access token.</summary>
    /// <param name="request">The access token, and the subject that the reply has to be about.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The claims.</returns>
    /// <exception cref="OAuthException">The request failed, or the reply is about another subject.</exception>
    [UserInfoRequest]
    Task<TUser> GetUserInfoAsync(UserInfoRequest request, CancellationToken cancellationToken = default);
}
