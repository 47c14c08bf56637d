using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>Where sign-ins wait, each for the browser that began it.</summary>
internal interface IPendingLogins
{
    /// <summary>Lets a sign-in wait.</summary>
    ValueTask SaveAsync(HttpContext context, PendingLogin login, bool isPosted, CancellationToken cancellationToken);

    /// <summary>The sign-in with that state, if this browser began it.</summary>
    /// <exception cref="OAuthException">There is none; the failure says why.</exception>
    ValueTask<PendingLogin> FindAsync(
        HttpContext context, string state, bool isPosted, ProviderErrors errors, CancellationToken cancellationToken);

    /// <summary>Ends the waiting: the callback was for this sign-in.</summary>
    ValueTask CompleteAsync(HttpContext context, PendingLogin login, bool isPosted, CancellationToken cancellationToken);
}
