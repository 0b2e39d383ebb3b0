using System.Reflection;
using Xunit;

namespace GridBot.Tests.Sandbox;

/// <summary>
/// What a faithful stand-in for WeCom must enforce, rule by rule, and the tests that show it. Names are checked by the compiler;
/// that each is a test of its class, by the test below.
/// </summary>
public sealed class RuleTable
{
    public static TheoryData<string, Type, string[]> Rules => new()
    {
        {
            "Out 1: the address is verified by a fresh echostr, answered exactly and within 1 s, before anything is sent", typeof(CallbackTests),
            [
                nameof(CallbackTests.The_address_is_verified_once_before_the_first_callback), nameof(CallbackTests.Each_door_gets_a_fresh_echo_of_digits),
                nameof(CallbackTests.An_echo_with_anything_around_it_fails_and_nothing_is_sent), nameof(CallbackTests.A_slow_echo_fails_and_nothing_is_sent),
            ]
        },
        {
            "Out 2: callbacks are sealed with the corp's token and key, receiveid CorpID for the app and empty for the robot", typeof(SealTests),
            [nameof(SealTests.A_published_packet_opens_and_closes_to_the_same_bytes), nameof(SealTests.A_packet_with_anything_wrong_stays_shut)]
        },
        { "Out 2: random bytes and nonces come from a seed", typeof(CallbackTests), [nameof(CallbackTests.The_same_seed_seals_the_same_bytes)] },
        {
            "Out 3: the app has 5 s, and gets the same words again after a timeout or a status other than 200", typeof(CallbackTests),
            [
                nameof(CallbackTests.A_slow_bot_is_cut_off), nameof(CallbackTests.The_app_is_asked_again_with_the_same_words_and_a_new_nonce),
                nameof(CallbackTests.The_app_is_given_up_after_the_configured_repeats_and_the_robot_at_once),
                nameof(CallbackTests.Unless_a_test_says_otherwise_it_is_as_patient_as_WeCom),
            ]
        },
        {
            "Out 4: a robot message may come twice with the same msgid", typeof(CallbackTests),
            [nameof(CallbackTests.A_duplicate_comes_at_once_with_the_same_msgid), nameof(CallbackTests.Two_different_answers_to_one_message_are_a_violation)]
        },
        { "Out 4: a click is sent once and gone after 5 s", typeof(CallbackTests), [nameof(CallbackTests.A_click_that_is_not_taken_in_time_is_gone)] },
        { "Out 4: a click is sent once even if it fails", typeof(TappingTests), [nameof(TappingTests.A_click_on_a_robot_card_is_sent_once_even_if_it_fails)] },
        {
            "Out 5: a group message reaches the robot only by an @, as text or mixed, and never the app", typeof(SayingTests),
            [
                nameof(SayingTests.A_group_message_reaches_the_robot_only_with_an_at_sign_and_its_name), nameof(SayingTests.A_group_without_the_robot_is_never_heard),
                nameof(SayingTests.A_picture_or_voice_alone_never_leaves_the_group_but_quoted_it_does),
            ]
        },
        {
            "Out 6: replies are opened, verified, and of a kind that their trigger allows; streams are asked for until they end or 6 minutes", typeof(ReplyRulesTests),
            [
                nameof(ReplyRulesTests.A_robot_reply_must_be_sealed_rightly), nameof(ReplyRulesTests.An_app_reply_must_be_sealed_rightly),
                nameof(ReplyRulesTests.A_message_allows_streams_and_cards_only), nameof(ReplyRulesTests.A_click_allows_an_update_only),
                nameof(ReplyRulesTests.An_unfinished_stream_is_asked_every_second_until_it_ends),
                nameof(ReplyRulesTests.A_stream_that_never_ends_is_a_violation_after_six_minutes),
            ]
        },
        {
            "Out 7: everybody has their own view of a card, and a card without buttons can't be tapped", typeof(TappingTests),
            [
                nameof(TappingTests.A_tap_in_the_group_is_answered_by_an_update_for_all), nameof(TappingTests.An_update_for_one_leaves_the_others_their_buttons),
                nameof(TappingTests.A_tap_on_an_app_card_changes_the_tappers_card_alone), nameof(TappingTests.A_card_that_became_a_notice_cannot_be_tapped_by_anybody),
                nameof(TappingTests.Who_does_not_see_a_card_cannot_tap_it),
            ]
        },
        {
            "Out 7: a task_id is used once over robot and app", typeof(ReplyRulesTests),
            [nameof(ReplyRulesTests.A_task_id_is_used_once_over_robot_and_app), nameof(ReplyRulesTests.An_update_keeps_its_task_id)]
        },
        {
            "Out 8: late, double, out of order, forged, for somebody else, encrypted, unknown", typeof(CallbackTests),
            [
                nameof(CallbackTests.A_late_callback_arrives_after_the_next_one), nameof(CallbackTests.A_duplicate_comes_at_once_with_the_same_msgid),
                nameof(CallbackTests.Forged_packets_come_before_the_true_one_and_must_be_refused),
                nameof(CallbackTests.Encrypted_user_ids_are_converted_by_the_apps_token_and_answered_in_kind),
                nameof(CallbackTests.A_stranger_among_the_kinds_must_get_an_empty_200),
            ]
        },
        { "Out 8: a click is lost", typeof(TappingTests), [nameof(TappingTests.A_lost_click_never_arrives_and_the_card_can_be_tapped_again)] },
        {
            "In 1: a token per corp and secret, which may end early; wrong secrets, and the address blocked after too many", typeof(SendingTests),
            [
                nameof(SendingTests.A_token_stays_the_same_until_it_expires), nameof(SendingTests.A_token_may_end_early_or_never_have_been),
                nameof(SendingTests.Wrong_credentials_have_their_codes_and_too_many_block_the_address),
            ]
        },
        {
            "In 2: message/send", typeof(SendingTests),
            [
                nameof(SendingTests.A_message_with_something_wrong_is_refused), nameof(SendingTests.Partly_wrong_receivers_are_named_in_small_letters_and_the_others_get_it),
                nameof(SendingTests.A_text_is_cut_at_2048_bytes_between_characters), nameof(SendingTests.The_same_body_is_not_delivered_twice_within_the_interval_if_asked),
                nameof(SendingTests.Beyond_30_a_minute_a_member_gets_nothing_and_nobody_is_told), nameof(SendingTests.Beyond_1000_an_hour_a_member_gets_nothing),
                nameof(SendingTests.An_app_that_cannot_be_called_back_cannot_send_buttons),
            ]
        },
        {
            "In 3: a response_code changes a card once, within 72 h", typeof(SendingTests),
            [
                nameof(SendingTests.A_card_is_changed_once_by_its_code_for_those_named), nameof(SendingTests.Each_click_brings_a_code_of_its_own_and_codes_live_72_hours),
            ]
        },
        {
            "In 4: webhook/send", typeof(PushTests),
            [
                nameof(PushTests.Too_long_is_refused_and_not_cut), nameof(PushTests.Twenty_in_any_minute_and_the_next_must_wait),
                nameof(PushTests.An_unknown_key_is_an_error_with_status_200), nameof(PushTests.A_text_rings_those_whom_it_mentions),
                nameof(PushTests.Markdown_mentions_only_inside_its_text_and_version_two_not_at_all), nameof(PushTests.A_push_robot_sends_notices_and_no_buttons),
            ]
        },
        {
            "In 5: a response_url works once and for an hour, and takes no card in groups", typeof(PushTests),
            [
                nameof(PushTests.A_response_url_works_once_and_quotes_what_it_answers), nameof(PushTests.In_private_a_response_url_takes_a_card_and_lives_an_hour),
            ]
        },
        {
            "In 6: the long connection: who may subscribe", typeof(LongConnectionTests),
            [
                nameof(LongConnectionTests.Whoever_subscribes_proves_it_by_the_secret_and_until_then_nothing_else_is_taken),
                nameof(LongConnectionTests.Subscribing_too_often_is_refused_for_a_while), nameof(LongConnectionTests.The_newest_subscription_wins_and_the_old_one_is_told_and_cut),
                nameof(LongConnectionTests.While_nobody_is_subscribed_what_people_say_is_lost_to_the_robot),
            ]
        },
        {
            "In 6: the long connection: req_ids, 5 s, 24 h, 6 minutes, 846605, 846608", typeof(LongConnectionTests),
            [
                nameof(LongConnectionTests.An_answer_goes_by_its_messages_req_id_once_and_within_a_day), nameof(LongConnectionTests.A_req_id_outlives_its_connection),
                nameof(LongConnectionTests.Two_frames_with_one_req_id_at_once_are_a_violation), nameof(LongConnectionTests.A_stream_goes_on_by_the_same_id_and_is_over_after_six_minutes),
                nameof(LongConnectionTests.A_card_is_changed_within_five_seconds_of_its_tap_by_the_taps_req_id),
                nameof(LongConnectionTests.A_welcome_comes_within_five_seconds_of_the_entry), nameof(LongConnectionTests.A_message_may_come_twice_and_a_tap_comes_once),
                nameof(LongConnectionTests.A_frame_is_a_callback_without_seal_and_response_url_and_its_pictures_bring_their_key),
            ]
        },
        {
            "In 6: the long connection: messages of the robot's own, 93006, 30 a minute, 1000 an hour, files", typeof(LongConnectionSendingTests),
            [
                nameof(LongConnectionSendingTests.The_robot_speaks_by_itself_only_where_somebody_has_written_to_it),
                nameof(LongConnectionSendingTests.What_it_sends_by_itself_may_be_a_card_or_a_file_but_mentions_nobody),
                nameof(LongConnectionSendingTests.Thirty_a_minute_in_each_chat_answers_and_own_messages_together), nameof(LongConnectionSendingTests.A_thousand_an_hour_in_each_chat),
                nameof(LongConnectionSendingTests.A_file_comes_in_pieces_whole_and_unchanged_within_half_an_hour),
            ]
        },
        {
            "In 7: app groups: the app's own alone, no cards, mentions by the client's version", typeof(AppChatTests),
            [
                nameof(AppChatTests.The_app_speaks_in_its_own_groups_only_and_sends_no_cards), nameof(AppChatTests.Older_clients_show_no_mention),
                nameof(AppChatTests.A_group_is_refused_where_WeCom_would), nameof(AppChatTests.An_app_that_sees_a_part_of_the_corp_makes_no_groups),
                nameof(AppChatTests.The_app_hears_nothing_that_is_said_there),
            ]
        },
        {
            "In 8: errors are HTTP 200 with errcode; -1, 5xx, lost answers and 60020 on demand", typeof(FaultTests),
            [
                nameof(FaultTests.An_errcode_on_demand_has_no_effect_and_lasts_as_long_as_asked), nameof(FaultTests.A_status_on_demand),
                nameof(FaultTests.A_lost_answer_took_effect), nameof(FaultTests.A_delayed_answer_comes_all_the_same),
                nameof(FaultTests.From_an_address_that_is_not_trusted_every_call_by_token_is_refused_until_it_is_and_a_push_is_not),
            ]
        },
        {
            "In 9: one clock that a test moves: tokens, rate windows, codes, the day of an answer", typeof(SendingTests),
            [nameof(SendingTests.A_token_stays_the_same_until_it_expires), nameof(SendingTests.Each_click_brings_a_code_of_its_own_and_codes_live_72_hours)]
        },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Each_rule_has_its_tests(string rule, Type tests, string[] names)
    {
        Assert.NotEmpty(rule);
        Assert.All(names, name => Assert.NotNull(tests.GetMethod(name)!.GetCustomAttribute<FactAttribute>()));
    }
}
