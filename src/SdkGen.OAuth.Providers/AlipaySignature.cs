using System.Globalization;

namespace SdkGen.OAuth.Providers;

/// <summary>
/// Signs every request to Alipay's gateway, as <see href="https://opendocs.alipay.com/common/02mse7">its documentation</see> describes it: RSA2, which is
/// RS256 over the sorted parameters, with the key in <see cref="OAuthClientOptions.ClientKey"/>.
/// </summary>
public sealed class AlipaySignature : IOAuthRequestHook
{
    /// <summary>The gateway's clock is that of China, which has no summer time.</summary>
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <inheritdoc />
    public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Add("timestamp", request.Now.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        request.Add("sign_type", "RSA2");
        request.Add("sign", Convert.ToBase64String(request.SignParameters("RS256")));
        return ValueTask.CompletedTask;
    }
}
