namespace SdkGen.OAuth;

/// <summary>What happens at a sign-in besides. State functions, or derive a class, which can then be a service (<c>EventsType</c>).</summary>
/// <typeparam name="TProvider">The interface of the provider.</typeparam>
public class OAuthSchemeEvents<TProvider>
    where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
{
    /// <summary>The user was authenticated and is about to be signed in: add claims, look into a database, or throw.</summary>
    public Func<OAuthSigningInContext<TProvider>, Task>? OnSigningIn { get; set; }

    /// <summary>A sign-in failed. Who answers the request calls <see cref="OAuthLoginFailedContext.HandleResponse"/>.</summary>
    public Func<OAuthLoginFailedContext, Task>? OnLoginFailed { get; set; }

    /// <summary>Calls <see cref="OnSigningIn"/>.</summary>
    /// <param name="context">The sign-in.</param>
    /// <returns>A task that ends when the user may be signed in.</returns>
    public virtual Task SigningInAsync(OAuthSigningInContext<TProvider> context) => OnSigningIn?.Invoke(context) ?? Task.CompletedTask;

    /// <summary>Calls <see cref="OnLoginFailed"/>.</summary>
    /// <param name="context">The failure.</param>
    /// <returns>A task that ends when the failure was dealt with.</returns>
    public virtual Task LoginFailedAsync(OAuthLoginFailedContext context) => OnLoginFailed?.Invoke(context) ?? Task.CompletedTask;
}
