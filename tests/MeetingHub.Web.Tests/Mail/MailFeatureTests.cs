using MeetingHub.Web.Data;
using MeetingHub.Web.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace MeetingHub.Web.Tests.Mail;

public class MailFeatureTests
{
    [Fact]
    public void Without_configuration_letters_are_files()
    {
        using var services = Services();

        Assert.IsType<EmlFiles>(services.GetRequiredService<IMailTransport>());
        Assert.Equal("", services.GetRequiredService<IOptions<MailSettings>>().Value.OutboxFolder);
    }

    [Fact]
    public void Smtp_is_chosen_by_configuration()
    {
        using var services = Services(
            ("Mail:Transport", "smtp"),
            ("Mail:Smtp:Host", "mail.example"),
            ("Mail:Smtp:Tls", "starttls")
        );

        Assert.IsType<SmtpTransport>(services.GetRequiredService<IMailTransport>());
        Assert.Equal(MailTls.StartTls, services.GetRequiredService<IOptions<MailSettings>>().Value.Smtp.Tls);
    }

    [Theory]
    [InlineData("Mail:Transport", "smtp")]
    [InlineData("Mail:FromAddress", "not an address")]
    [InlineData("Mail:FromAddress", "a@b.example\r\nBcc: c@d.example")]
    [InlineData("Mail:Smtp:Port", "0")]
    [InlineData("Mail:Smtp:TimeoutSeconds", "0")]
    public void Settings_that_cannot_work_stop_the_start(string key, string value)
    {
        var wrong = MailSettings.Fault(Configuration((key, value)));

        // Transport alone says nothing of the host that is missing then: the line names that one.
        Assert.StartsWith(key == "Mail:Transport" ? "Mail:Smtp:Host:" : key + ":", wrong);
    }

    [Theory]
    [InlineData("Mail:Transport", "pigeon")]
    [InlineData("Mail:Smtp:Tls", "sometimes")]
    public void An_unknown_choice_stops_the_start(string key, string value)
    {
        Assert.Throws<InvalidOperationException>(() => MailSettings.Fault(Configuration((key, value))));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();

    private static ServiceProvider Services(params (string Key, string Value)[] settings) =>
        new ServiceCollection()
            .AddSingleton(new DataFolder(Path.GetTempPath()))
            .AddMail(Configuration(settings))
            .BuildServiceProvider();
}
