using Refit;

namespace WebLogin.Identity;

/// <summary>The API that wants to know whom it is called for. Refit writes the client; the token is added by <c>AddUserAccessToken</c>.</summary>
public interface IApi
{
    [Get("")]
    Task<string> GetAsync(CancellationToken cancellationToken = default);
}
