using GridBot.Sandbox;
using GridBot.Sandbox.Faults;
using Xunit;

namespace GridBot.Tests.Sandbox;

public sealed class CallbackTests
{
    [Fact]
    public async Task The_address_is_verified_once_before_the_first_callback()
    {
        await using var desk = await Desk.SetAsync();

        await desk.WeCom.SayAsync("wu", "bot", "一");
        await desk.WeCom.SayAsync("wu", "bot", "二");

        Assert.Equal(1, desk.Bot.Verifications);
        Assert.Equal(2, desk.Bot.BotHeard.Count);
    }

    [Theory, InlineData("\n", ""), InlineData("\"", "\"")]
    public async Task An_echo_with_anything_around_it_fails_and_nothing_is_sent(string after, string before)
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.TwistEcho = echo => before + echo + after;

        Assert.Null(await desk.WeCom.SayAsync("wu", "bot", "在吗"));

        Assert.Empty(desk.Bot.BotHeard);
        Assert.Contains("echostr", Assert.Single(desk.WeCom.Findings.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_echo_fails_and_nothing_is_sent()
    {
        await using var desk = await Desk.SetAsync(Desk.Patient with { VerificationTimeout = TimeSpan.FromMilliseconds(50) });
        desk.Bot.VerifyGate = new TaskCompletionSource();

        Assert.Null(await desk.WeCom.SayAsync("wu", "bot", "在吗"));

        Assert.Empty(desk.Bot.BotHeard);
        Assert.Contains("within", Assert.Single(desk.WeCom.Findings.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_door_gets_a_fresh_echo_of_digits()
    {
        await using var desk = await Desk.SetAsync();

        await desk.WeCom.SayAsync("wu", "bot", "在吗");
        await desk.WeCom.SayAsync("wu", null, "在吗");

        Assert.Equal(2, desk.Bot.Echoes.Distinct().Count());
        Assert.All(desk.Bot.Echoes, echo => Assert.True(echo.Length > 0 && echo.All(char.IsAsciiDigit)));
    }

    [Fact]
    public void Unless_a_test_says_otherwise_it_is_as_patient_as_WeCom()
    {
        var options = new SandboxOptions();

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)), (options.VerificationTimeout, options.CallbackTimeout));
        Assert.Equal((2, 0), (options.AppRedeliveries, options.BotRedeliveries));
    }

    [Fact]
    public async Task A_click_that_is_not_taken_in_time_is_gone()
    {
        await using var desk = await Desk.SetAsync(Desk.Patient with { CallbackTimeout = TimeSpan.FromMilliseconds(300), BotRedeliveries = 3 });
        await desk.HangCardAsync("1@1");
        var before = desk.Bot.BotHeard.Count;
        desk.Bot.Gate = new TaskCompletionSource();

        Assert.Null(await desk.WeCom.TapAsync("wu", "1@1", "ack:1"));

        Assert.Equal(1, desk.Bot.BotHeard.Count - before);
        Assert.Equal(1, desk.WeCom.Findings.Undelivered);
    }

    [Fact]
    public async Task The_app_is_asked_again_with_the_same_words_and_a_new_nonce()
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.NextStatuses.Enqueue(500);
        desk.Bot.NextStatuses.Enqueue(503);
        desk.Bot.OnApp = _ => Desk.AppReply("wu", "<MsgType>text</MsgType><Content>好的</Content>");

        var answer = await desk.WeCom.SayAsync("wu", null, "在吗");

        Assert.Equal("好的", answer!.Text);
        Assert.Equal(3, desk.Bot.AppHeard.Count);
        Assert.Single(desk.Bot.AppHeard.Select(h => h.Text).Distinct());
        Assert.Equal(3, desk.Bot.AppHeard.Select(h => h.Nonce).Distinct().Count());
    }

    [Fact]
    public async Task The_app_is_given_up_after_the_configured_repeats_and_the_robot_at_once()
    {
        await using var desk = await Desk.SetAsync(Desk.Patient with { AppRedeliveries = 1 });
        desk.Bot.NextStatuses.Enqueue(500);
        desk.Bot.NextStatuses.Enqueue(500);
        desk.Bot.NextStatuses.Enqueue(500);

        Assert.Null(await desk.WeCom.SayAsync("wu", null, "在吗"));
        Assert.Null(await desk.WeCom.SayAsync("wu", "bot", "在吗"));

        Assert.Equal((2, 1), (desk.Bot.AppHeard.Count, desk.Bot.BotHeard.Count));
        Assert.Equal(2, desk.WeCom.Findings.Undelivered);
    }

    [Fact]
    public async Task A_slow_bot_is_cut_off()
    {
        await using var desk = await Desk.SetAsync(Desk.Patient with { CallbackTimeout = TimeSpan.FromMilliseconds(50), AppRedeliveries = 1 });
        desk.Bot.Gate = new TaskCompletionSource();

        Assert.Null(await desk.WeCom.SayAsync("wu", null, "在吗"));

        Assert.Equal(1, desk.WeCom.Findings.Undelivered);
    }

    [Fact]
    public async Task While_a_callback_hangs_it_is_in_flight()
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.Gate = new TaskCompletionSource();

        var saying = desk.WeCom.SayAsync("wu", "bot", "在吗");
        var drained = desk.WeCom.DrainedAsync();
        Assert.Equal(1, desk.WeCom.CallbacksInFlight);
        Assert.False(drained.IsCompleted);

        desk.Bot.Gate.SetResult();
        await saying;
        await drained;
        Assert.Equal(0, desk.WeCom.CallbacksInFlight);
    }

    [Fact]
    public async Task A_duplicate_comes_at_once_with_the_same_msgid()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new(FaultNames.Duplicate));
        desk.Bot.OnBot = _ => Desk.CardReply(Desk.ButtonCard("1@1"));

        Assert.NotNull(await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 电梯坏了"));

        Assert.Equal(2, desk.Bot.BotHeard.Count);
        Assert.Single(desk.Bot.BotHeard.Select(h => h.Text).Distinct());
        Assert.Single(desk.WeCom.Log.Since(0));
        Assert.Empty(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task Two_different_answers_to_one_message_are_a_violation()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new(FaultNames.Duplicate));
        desk.Bot.OnBot = h => Desk.StreamReply(h.Nonce);

        await desk.WeCom.SayAsync("wu", "bot", "在吗");

        Assert.Contains("two different answers", Assert.Single(desk.WeCom.Findings.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_callback_arrives_after_the_next_one()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new(FaultNames.Late));

        Assert.Null(await desk.WeCom.SayAsync("wu", "bot", "先"));
        await desk.WeCom.SayAsync("wu", "bot", "后");

        Assert.Equal(["后", "先"], desk.Bot.BotHeard.Select(h => h.Json.GetProperty("text").GetProperty("content").GetString()!));
    }

    [Fact]
    public async Task Forged_packets_come_before_the_true_one_and_must_be_refused()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new(FaultNames.BadSignature));
        desk.WeCom.AddFault(new(FaultNames.WrongReceiveId));
        desk.Bot.OnBot = _ => Desk.StreamReply("在");

        Assert.Equal("在", (await desk.WeCom.SayAsync("wu", "bot", "在吗"))!.Text);

        Assert.Equal(["signature", "receiveid"], desk.Bot.Refused);
        Assert.Single(desk.Bot.BotHeard);
        Assert.Empty(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task A_stranger_among_the_kinds_must_get_an_empty_200()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new(FaultNames.UnknownKind, Times: 2));

        await desk.WeCom.SayAsync("wu", "bot", "在吗");
        await desk.WeCom.SayAsync("wu", null, "在吗");
        Assert.Equal((2, 2), (desk.Bot.BotHeard.Count, desk.Bot.AppHeard.Count));
        Assert.Empty(desk.WeCom.Findings.Violations);

        desk.WeCom.AddFault(new(FaultNames.UnknownKind));
        desk.Bot.OnBot = _ => Desk.StreamReply("在");
        await desk.WeCom.SayAsync("wu", "bot", "在吗");
        Assert.Single(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task Encrypted_user_ids_are_converted_by_the_apps_token_and_answered_in_kind()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.WeCom.AddFault(new(FaultNames.EncryptUserId));
        desk.Bot.OnBot = h => Desk.UpdateReply(Desk.Notice("好"), h.Json.GetProperty("from").GetProperty("userid").GetString()!);

        var answer = await desk.WeCom.TapAsync("wu", "1@1", "ack:1");

        var open = desk.Bot.BotHeard.Last().Json.GetProperty("from").GetProperty("userid").GetString()!;
        Assert.StartsWith("wo", open, StringComparison.Ordinal);
        Assert.Equal(["wu"], answer!.To);
        var converted = await desk.CallAsync(
            "/cgi-bin/batch/openuserid_to_userid?access_token=" + await desk.TokenAsync(), new { open_userid_list = new[] { open, "wu" } });
        Assert.Equal("wu", converted.GetProperty("userid_list")[0].GetProperty("userid").GetString());
        Assert.Equal("wu", converted.GetProperty("invalid_open_userid_list")[0].GetString());

        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.Notice("好"), "liqiang");
        await desk.WeCom.TapAsync("liqiang", "1@1", "ack:1");
        Assert.Contains("did not reach", Assert.Single(desk.WeCom.Findings.Violations), StringComparison.Ordinal);

        desk.WeCom.AddFault(new(FaultNames.EncryptUserId, Times: 0));
        await desk.WeCom.SayAsync("wu", "bot", "在吗");
        Assert.Equal("wu", desk.Bot.BotHeard.Last().Json.GetProperty("from").GetProperty("userid").GetString());
    }

    [Fact]
    public async Task The_same_seed_seals_the_same_bytes()
    {
        await using var first = await Desk.SetAsync(Desk.Patient with { Seed = 7 });
        await using var second = await Desk.SetAsync(Desk.Patient with { Seed = 7 });
        foreach (var desk in new[] { first, second })
        {
            await desk.WeCom.SayAsync("wu", null, "在吗");
        }

        Assert.Equal(first.Bot.AppHeard.Single(), second.Bot.AppHeard.Single());
    }
}
