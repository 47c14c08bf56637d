using System.Text;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What anybody can post to the notification endpoint (OpenID Connect CIBA Core section 10.2).</summary>
public sealed class BackchannelNotificationTests
{
    private const string NoToken = "it has no bearer token";
    private const string NoObject = "its body is no JSON object";
    private const string NoId = "it names no authentication ('auth_req_id')";
    private const string Tokens = "it carries tokens: register the client for poll or ping, not for push";

    [Theory]
    [InlineData(null, """{"auth_req_id":"req-1"}""", NoToken)]
    [InlineData("Bearer", """{"auth_req_id":"req-1"}""", NoToken)]
    [InlineData("Bearer  ", """{"auth_req_id":"req-1"}""", NoToken)]
    [InlineData("Basic eA==", """{"auth_req_id":"req-1"}""", NoToken)]
    [InlineData("Bearer x", "", NoObject)]
    [InlineData("Bearer x", """{"auth_req_id":"a","auth_req_id":"b"}""", NoObject)]
    [InlineData("Bearer x", "{}", NoId)]
    [InlineData("Bearer x", "[]", NoId)]
    [InlineData("Bearer x", """{"auth_req_id":5}""", NoId)]
    [InlineData("Bearer x", """{"auth_req_id":"req-1","access_token":"at"}""", Tokens)]
    [InlineData("Bearer x", """{"auth_req_id":"req-1","id_token":"it"}""", Tokens)]
    [InlineData("Bearer x", """{"access_token":null}""", Tokens)]
    public void What_is_no_notification_is_refused_and_tokens_in_one_are_not_taken(string? authorization, string body, string reason)
    {
        var exception = Assert.Throws<OAuthException>(() => BackchannelNotification.Parse(authorization, Encoding.UTF8.GetBytes(body)));

        Assert.Equal(OAuthFailure.InvalidNotification, exception.Failure);
        Assert.Equal($"The notification is not one of a provider: {reason} (OpenID Connect CIBA Core section 10.2).", exception.Message);
    }
}
