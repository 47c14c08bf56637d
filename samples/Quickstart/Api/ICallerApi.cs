using Refit;

namespace Quickstart.Api;

/// <summary>An API behind access tokens, as a Refit interface. Nothing in it knows of OAuth.</summary>
internal interface ICallerApi
{
    [Get("/api/me")]
    Task<Caller> GetCallerAsync(CancellationToken cancellationToken);
}
