using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using SdkGen.OAuth;

namespace WebLogin.Tests.Blazor;

/// <summary>What the guide says that a component does: it states the user with each call, and begins anew when their session has ended.</summary>
public sealed class CircuitPanel : ComponentBase
{
    private string _answer = "";
    private int _calls;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider Authentication { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddContent(0, Button("call", CallAsync));
        builder.AddContent(1, Button("leave", () =>
        {
            Navigation.NavigateTo("/leave", forceLoad: true);
            return Task.CompletedTask;
        }));
        builder.OpenElement(2, "p");
        builder.AddAttribute(3, "id", $"answer-{_calls}");
        builder.AddContent(4, _answer);
        builder.CloseElement();
    }

    private RenderFragment Button(string name, Func<Task> pressed) => builder =>
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "id", name);
        builder.AddAttribute(2, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, pressed));
        builder.AddContent(3, name);
        builder.CloseElement();
    };

    private async Task CallAsync()
    {
        var state = await Authentication.GetAuthenticationStateAsync();
        try
        {
            using (OAuthUser.Use(state.User))
            {
                _answer = await Api.GetAsync();
            }

            _calls++;
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.SessionEnded)
        {
            Navigation.NavigateTo("/sign-in-again", forceLoad: true);
        }
    }
}
