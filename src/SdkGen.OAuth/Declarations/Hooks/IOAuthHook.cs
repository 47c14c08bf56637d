namespace SdkGen.OAuth;

/// <summary>
/// Code for what cannot be declared: signatures. Implement <see cref="IOAuthRequestHook"/> or <see cref="IAuthorizationResponseHook"/>, and
/// declare it with <see cref="OAuthHookAttribute{THook}"/>. One object serves all clients of a provider, at the same time: keep nothing in it.
/// </summary>
public interface IOAuthHook;
