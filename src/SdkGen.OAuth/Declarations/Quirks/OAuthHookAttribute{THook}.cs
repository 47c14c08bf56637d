namespace SdkGen.OAuth;

/// <summary>
/// Names the code that completes a request (<see cref="IOAuthRequestHook"/>) or checks a callback (<see cref="IAuthorizationResponseHook"/>),
/// for what cannot be declared: signatures. Hooks run in the order of their attributes, those that are inherited first.
/// </summary>
/// <typeparam name="THook">The hook. The generated client makes one, and keeps it.</typeparam>
/// <param name="messages">The messages it is about. On a method: that method's message, and may be left out.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class OAuthHookAttribute<THook>(OAuthMessage messages = OAuthMessage.None) : Attribute
    where THook : class, IOAuthHook, new()
{
    /// <summary>The messages it is about.</summary>
    public OAuthMessage Messages { get; } = messages;
}
