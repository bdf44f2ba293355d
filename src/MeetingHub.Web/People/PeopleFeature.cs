using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace MeetingHub.Web.People;

public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<PersonalTokens>();
        services.AddSingleton<SeatTickets>();
        services.AddSingleton<Door>();
        services.AddSingleton<SetUp>();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<Accounts>();
        services.AddCascadingAuthenticationState();

        services
            .AddAuthentication(o =>
            {
                o.DefaultScheme = "Session";
                o.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
                o.DefaultSignOutScheme = IdentityConstants.ApplicationScheme;
            })
            .AddPolicyScheme(
                "Session",
                null,
                o =>
                    o.ForwardDefaultSelector = http =>
                        BearerScheme.TokenOf(http.Request)?.StartsWith(PersonalTokens.Prefix, StringComparison.Ordinal)
                        == true
                            ? BearerScheme.Name
                            : IdentityConstants.ApplicationScheme
            )
            .AddScheme<AuthenticationSchemeOptions, BearerScheme>(BearerScheme.Name, null)
            .AddIdentityCookies(cookies =>
                cookies.ApplicationCookie!.Configure(o =>
                {
                    o.LoginPath = "/sign-in";
                    o.AccessDeniedPath = "/sign-in";
                    o.ReturnUrlParameter = "return";
                    o.Cookie.Name = "session";
                    o.Cookie.HttpOnly = true;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    o.ExpireTimeSpan = TimeSpan.FromDays(14);
                    o.Events.OnValidatePrincipal = StillSignedIn;
                    o.Events.OnRedirectToLogin = NoRedirectForPrograms;
                    o.Events.OnRedirectToAccessDenied = NoRedirectForPrograms;
                })
            );
        services.AddAuthorization();

        services
            .AddIdentityCore<Account>(o =>
            {
                // Length beats character classes (NIST SP 800-63B, 5.1.1.2).
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                o.User.RequireUniqueEmail = true;
            })
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddEntityFrameworkStores<Data.HubDb>()
            .AddDefaultTokenProviders();
        // Signed out everywhere means now, not at the next half hour.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero);
        return services;
    }

    public static void MapPeople(this WebApplication app)
    {
        app.MapPost(
                "/sign-out",
                async (SignInManager<Account> signIn) =>
                {
                    await signIn.SignOutAsync();
                    return Results.LocalRedirect("/");
                }
            )
            .WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());
    }

    /// <summary>
    /// Assets and published files are the same for everyone. Asking there who it is would cost a query each, and the cookie that
    /// is renewed with the answer would forbid the browser to keep them.
    /// </summary>
    private static Task StillSignedIn(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        return
            http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || http.Request.Path.StartsWithSegments("/files")
            ? Task.CompletedTask
            : SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    private static Task NoRedirectForPrograms(RedirectContext<CookieAuthenticationOptions> context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api") || path.Value!.EndsWith("/live", StringComparison.Ordinal))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.Redirect($"/sign-in?return={Uri.EscapeDataString(PageOf(context.Request))}");
        return Task.CompletedTask;
    }

    // Where a form was sent to is often no page. Of the page that it stood on only the path is taken: a stranger's form leads nowhere
    // but here.
    private static string PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value
            ? page.PathAndQuery
            : "/";
}
